using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>What can be listened to: short streams that end.</summary>
[SubscriptionType]
public static class SubscriptionFields
{
    private const int Events = 3;

    [Subscribe(With = nameof(Persons))]
    public static Person Joined([EventMessage] Person person) => Answers.FriendHard(person.Number);

    [Subscribe(With = nameof(Numbers))]
    public static int Ticks([EventMessage] int number, int? fail) =>
        number == fail ? throw new InvalidOperationException("Stopped.") : number;

    public static async IAsyncEnumerable<Person> Persons(int after = 0)
    {
        for (var i = 1; i <= Events; i++)
        {
            await Task.Yield();
            yield return new Person((after % 60) + i);
        }
    }

    public static async IAsyncEnumerable<int> Numbers()
    {
        for (var i = 1; i <= Events; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}
