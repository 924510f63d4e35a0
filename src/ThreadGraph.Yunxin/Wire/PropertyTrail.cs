using System.Runtime.CompilerServices;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>Steps through the properties of objects of one kind, which mostly come in the same order all over a page.</summary>
/// <remarks>
/// It remembers where each name stood and looks there first: comparing bytes is cheaper than finding a name's end and then
/// what it means (docs/decisions/0012). Whatever comes in another order is read all the same.
/// </remarks>
/// <param name="names">The properties that are known.</param>
internal struct PropertyTrail<TField>(PropertyNames<TField> names) where TField : struct, Enum
{
    private const int MostSteps = 24;

    private Steps _steps;
    private int _next;

    /// <summary>Steps to the next property's value and tells which it is; false at the end of the object.</summary>
    internal bool Next(ref JsonScanner json, out TField field)
    {
        field = default;
        if (!json.NextMember())
        {
            _next = 0;
            return false;
        }

        // The step after next, for objects that leave out a property which others have.
        for (var i = _next; i < Math.Min(_next + 2, MostSteps); i++)
        {
            ref readonly var step = ref _steps[i];
            if (json.TryRepeat(step.Start, step.Length))
            {
                (field, _next) = (step.Field, i + 1);
                return true;
            }
        }

        var start = json.Position;
        field = names.Find(json.Name());
        if (_next < MostSteps)
        {
            _steps[_next++] = new Step(start, json.Position - start, field);
        }

        return true;
    }

    /// <summary>A name with its quotes and colon, and what it means; none where nothing has been read yet.</summary>
    private readonly record struct Step(int Start, int Length, TField Field);

    [InlineArray(MostSteps)]
    private struct Steps
    {
        private Step _first;
    }
}
