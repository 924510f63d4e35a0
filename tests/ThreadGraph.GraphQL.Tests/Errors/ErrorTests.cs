using System.Buffers;
using System.Text;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Errors;

/// <summary>Spec: Response, "Errors".</summary>
public sealed class ErrorTests
{
    [Fact(DisplayName = "an error is written with all it has, code first among its extensions")]
    public void Error_is_written_with_all_it_has() =>
        Written(ErrorBuilder.New()
            .SetMessage("say \"what\"")
            .SetExtension("limit", 3)
            .SetExtension("long", 9007199254740993L)
            .SetExtension("ratio", 0.5)
            .SetExtension("final", true)
            .SetExtension("nothing", null)
            .SetExtension("word", "w\n")
            .SetExtension("kind", DayOfWeek.Friday)
            .SetCode("CODE")
            .SetPath(Path.FromName("list").Append(2).Append("name"))
            .SetLocations([new SourcePosition(1, 2), new SourcePosition(3, 4)])
            .SetException(new InvalidOperationException("a secret"))
            .Build())
            .ShouldBe(
                """
                {"errors":[{"message":"say \"what\"","locations":[{"line":1,"column":2},{"line":3,"column":4}],"path":["list",2,"name"],"extensions":{"code":"CODE","limit":3,"long":9007199254740993,"ratio":0.5,"final":true,"nothing":null,"word":"w\n","kind":"Friday"}}]}
                """);

    [Fact(DisplayName = "an error is written without what it has not")]
    public void Error_is_written_without_what_it_has_not() =>
        Written(new Error("bare")).ShouldBe("""{"errors":[{"message":"bare"}]}""");

    [Fact(DisplayName = "extensions never make the answer anything but JSON")]
    public void Extensions_are_always_json() =>
        Written(ErrorBuilder.New()
            .SetMessage("m")
            .SetCode("CODE")
            .SetExtension("code", "another")
            .SetExtension("nan", double.NaN)
            .Build())
            .ShouldBe("""{"errors":[{"message":"m","extensions":{"code":"CODE","nan":"NaN"}}]}""");

    [Fact(DisplayName = "an error can be built on another one")]
    public void Error_can_be_built_on_another()
    {
        var first = ErrorBuilder.New().SetMessage("first").SetCode("A").SetExtension("x", 1).Build();
        var second = ErrorBuilder.FromError(first).SetMessage("second").SetExtension("y", 2).Build();
        Written(first).ShouldBe("""{"errors":[{"message":"first","extensions":{"code":"A","x":1}}]}""");
        Written(second).ShouldBe("""{"errors":[{"message":"second","extensions":{"code":"A","x":1,"y":2}}]}""");
    }

    [Fact(DisplayName = "an error needs a message")]
    public void Error_needs_a_message()
    {
        Should.Throw<InvalidOperationException>(() => ErrorBuilder.New().Build());
        Should.Throw<InvalidOperationException>(() => new GraphQLException(""));
    }

    [Fact(DisplayName = "an exception needs an error, and speaks for the first")]
    public void Exception_needs_an_error()
    {
        Should.Throw<ArgumentException>(() => new GraphQLException([]));
        new GraphQLException([new Error("one"), new Error("two")]).Message.ShouldBe("one");
    }

    [Theory(DisplayName = "a path reads as one would write it")]
    [InlineData("thread.replies.nodes[3].text")]
    public void Path_reads_as_one_would_write_it(string expected)
    {
        var path = Path.FromName("thread").Append("replies").Append("nodes").Append(3).Append("text");
        path.ToString().ShouldBe(expected);
        path.ToList().ShouldBe(["thread", "replies", "nodes", 3, "text"]);
        path.ShouldBe(Path.FromName("thread").Append("replies").Append("nodes").Append(3).Append("text"));
    }

    private static string Written(IError error)
    {
        var output = new ArrayBufferWriter<byte>();
        OperationResult.FromErrors([error]).WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
