using Microsoft.Extensions.Options;

namespace ThreadGraph.Threads;

/// <summary>The upstream calls that an operation may need at worst.</summary>
/// <remarks>
/// A thread is read once per request, however often it is named below its root field: so calls belong to threads and not to
/// fields. A page of the flat list is a call; one that goes on from a cursor or opens around a message may be two. Replies
/// of one message may stand anywhere, so where they are asked for, reading may go on to the bound. Who may read is not
/// counted: that question belongs to an account and a minute, and not to an operation.
/// </remarks>
internal sealed class ThreadCost(IOptions<ThreadsOptions> options) : ICostModel
{
    private long MaxScan => options.Value.MaxScan;

    /// <inheritdoc />
    public long TreeSize => MaxScan;

    /// <inheritdoc />
    public long EstimateUpstreamCalls(ISelection rootField) => ThreadsOf(rootField) * CallsPerThread(rootField);

    /// <inheritdoc />
    public long CountUpstreamCalls(IServiceProvider services) =>
        services.GetRequiredService<TimelineLoader>().PagesRead;

    private static long ThreadsOf(ISelection rootField) => rootField.Field.Name switch
    {
        "thread" or "node" => 1,
        "threads" => LengthOf(rootField, "roots"),
        "nodes" => LengthOf(rootField, "ids"),
        _ => 0,
    };

    /// <summary>An argument that cannot be used is the field's own error, and costs nothing.</summary>
    private static long LengthOf(ISelection field, string argument)
    {
        try
        {
            return field.ArgumentValue<Array>(argument).Length;
        }
        catch (GraphQLException)
        {
            return 0;
        }
    }

    private long CallsPerThread(ISelection rootField)
    {
        var needs = new Needs();
        needs.Add(rootField.Selections);
        var pages = needs.IsSearched ? (MaxScan + ReplyChain.MaxPageSize - 1) / ReplyChain.MaxPageSize : 0;
        return Math.Min(Math.Max(pages + needs.Pages, needs.IsOpened ? 1 : 0), MaxScan);
    }

    /// <summary>What is asked of one thread.</summary>
    private sealed class Needs
    {
        public bool IsOpened { get; private set; }

        public bool IsSearched { get; private set; }

        public long Pages { get; private set; }

        public void Add(IReadOnlyList<ISelection> selections)
        {
            for (var i = 0; i < selections.Count; i++)
            {
                Add(selections[i]);
                Add(selections[i].Selections);
            }
        }

        private void Add(ISelection selection)
        {
            var type = selection.DeclaringType.RuntimeType;
            if (type == typeof(Thread) && selection.Field.Name == "messages")
            {
                Pages += GoesOn(selection) ? 2 : 1;
            }

            IsOpened |= type == typeof(Message)
                || (type == typeof(Thread) && selection.Field.Name is "root" or "replyCount" or "lastReplyAt");
            IsSearched |= (type == typeof(Thread) && selection.Field.Name is "replies" or "outline")
                || (type == typeof(Message) && selection.Field.Name is "replies" or "childCount" or "descendantCount");
        }

        private static bool GoesOn(ISelection messages)
        {
            try
            {
                return messages.ArgumentValue<string?>("after") is not null
                    || messages.ArgumentValue<string?>("before") is not null
                    || messages.ArgumentValue<string?>("around") is not null;
            }
            catch (GraphQLException)
            {
                return false;
            }
        }
    }
}
