using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Threads;

public sealed class SandboxStoreTests
{
    private readonly SandboxStore _store = new(new ManualTime());

    [Fact]
    public void Replies_are_sorted_by_time_then_server_id_however_they_come()
    {
        var thread = Thread();
        thread.AddReply(Made.Message(5, "bob", 2_000));
        thread.AddReplies([Made.Message(3, "bob", 2_000), Made.Message(9, "bob", 1_500)]);
        thread.AddReply(Made.Message(4, "bob", 2_000));

        thread.Replies.Select(reply => reply.ServerId).ShouldBe([1009, 1003, 1004, 1005]);
    }

    [Fact]
    public void Parent_may_be_missing_or_the_reply_itself_and_client_ids_may_clash()
    {
        var thread = Thread();
        var self = Made.Message(1, "bob", 2_000);
        self = thread.AddReply(self with { Parent = self.ToReference() });
        var missing = new MessageReference(0, "c-77", "bob", 1_234);
        var orphan = thread.AddReply(Made.Message(2, "bob", 2_001) with { Parent = missing, ClientId = "c-1" });
        var plain = thread.AddReply(Made.Message(3, "Bob", 2_002));

        self.Parent.ShouldBe(new MessageReference(1001, "c-1", "bob", 2_000));
        orphan.Parent.ShouldBe(missing);
        plain.Parent.ShouldBe(new MessageReference(1000, "c-0", "alice", 1_000));
        plain.SenderId.ShouldBe("bob");
    }

    [Fact]
    public void Taken_server_id_is_refused_and_nothing_of_the_batch_is_added()
    {
        var thread = Thread();
        thread.AddReply(Made.Message(1, "bob", 2_000));

        Should.Throw<ArgumentException>(() =>
            thread.AddReplies([Made.Message(2, "bob", 2_000), Made.Message(1, "bob", 2_000)]))
            .Message.ShouldBe("The server ID 1001 is taken.");

        thread.Replies.Count.ShouldBe(1);
        thread.AddReply(Made.Message(2, "bob", 2_000)).ServerId.ShouldBe(1002);
    }

    [Fact]
    public void Root_of_a_third_account_is_refused() =>
        Should.Throw<ArgumentException>(() =>
            _store.AddThread(SandboxConversation.P2P("alice", "bob"), Made.Message(0, "carol", 1_000)))
            .Message.ShouldBe("\"carol\" is not one of the conversation's two accounts.");

    [Fact]
    public void Team_cannot_be_of_both_kinds()
    {
        _store.AddThread(SandboxConversation.Team(5), Made.Message(0, "alice", 1_000));

        Should.Throw<ArgumentException>(() =>
            _store.AddThread(SandboxConversation.SuperTeam(5), Made.Message(1, "alice", 1_000)))
            .Message.ShouldBe("Team 5 is of the other kind already.");
    }

    [Fact]
    public void Snapshot_taken_before_a_change_does_not_change()
    {
        var thread = Thread();
        thread.AddReply(Made.Message(1, "bob", 2_000));
        var before = thread.Replies;

        thread.AddReply(Made.Message(2, "bob", 2_001));
        _store.Recall(1001).ShouldBeTrue();

        before.Select(reply => reply.ServerId).ShouldBe([1001]);
        thread.Replies.Select(reply => reply.ServerId).ShouldBe([1002]);
        _store.Recall(1001).ShouldBeFalse();
    }

    [Fact]
    public void New_server_ids_pass_over_those_in_use()
    {
        Thread().AddReply(Made.Message(1, "bob", 2_000) with { ServerId = 159_000_000_000_000_002 });

        _store.NextServerId().ShouldBe(159_000_000_000_000_001);
        _store.NextServerId().ShouldBe(159_000_000_000_000_003);
    }

    [Fact]
    public void Thread_beside_the_demo_threads_is_found()
    {
        DemoData.AddTo(_store);
        var thread = Thread();

        _store.FindThread(1000).ShouldBeSameAs(thread);
        _store.FindThread(DemoThreads.Tree250.ServerId)!.Replies.Count.ShouldBe(250);
        _store.FindThread(4).ShouldBeNull();
    }

    private SandboxThread Thread() =>
        _store.AddThread(SandboxConversation.P2P("Alice", "bob"), Made.Message(0, "ALICE", 1_000));
}
