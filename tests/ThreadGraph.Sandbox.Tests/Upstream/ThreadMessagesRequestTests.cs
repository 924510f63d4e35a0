using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class ThreadMessagesRequestTests : IAsyncLifetime
{
    private const string V2 = "/im/v2/messages/actions/thread_messages";
    private const string V21 = "/im/v2.1/messages/actions/thread_messages";

    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Theory]
    [InlineData("begin_time")]
    [InlineData("end_time")]
    [InlineData("limit")]
    [InlineData("conversation_type")]
    [InlineData("operator_id")]
    [InlineData("sender_id")]
    [InlineData("receiver_id")]
    [InlineData("message_server_id")]
    [InlineData("message_client_id")]
    [InlineData("create_time")]
    public async Task Missing_or_empty_required_parameter_is_refused_with_414_by_name(string name)
    {
        var parameters = _caller.Parameters(DemoThreads.SevenLevels);
        parameters.Remove(name);
        (await _caller.Messages(parameters)).ShouldBeJson(
            $$"""{ "code": 414, "msg": "\"{{name}}\" is required.", "data": {} }""");

        parameters[name] = "";
        (await _caller.Messages(parameters)).ShouldBeJson(
            $$"""{ "code": 414, "msg": "\"{{name}}\" is required, but is empty.", "data": {} }""");
    }

    [Theory]
    [InlineData("begin_time", "-1", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("begin_time", "1e3", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("end_time", "tomorrow", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("end_time", "9223372036854775808", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("limit", "0", "must be a whole number from 1 to 100.")]
    [InlineData("limit", "101", "must be a whole number from 1 to 100.")]
    [InlineData("limit", "-5", "must be a whole number from 1 to 100.")]
    [InlineData("limit", "ten", "must be a whole number from 1 to 100.")]
    [InlineData("descending", "1", "must be true or false.")]
    [InlineData("descending", "", "must be true or false.")]
    [InlineData("conversation_type", "4", "must be 1 (P2P), 2 (team) or 3 (super team).")]
    [InlineData("conversation_type", "P2P", "must be 1 (P2P), 2 (team) or 3 (super team).")]
    [InlineData("operator_id", "a b", "must be an account: 1 to 32 of letters, digits and _ @ . - characters.")]
    [InlineData("sender_id", "a|b", "must be an account: 1 to 32 of letters, digits and _ @ . - characters.")]
    [InlineData("receiver_id", "abcdefghijklmnopqrstuvwxyz0123456",
        "must be an account: 1 to 32 of letters, digits and _ @ . - characters.")]
    [InlineData("message_server_id", "1.5", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("create_time", "2025-06-02", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("page_token", "not-ours", "is damaged or belongs to other parameters.")]
    public async Task Bad_parameter_is_refused_with_414_by_name(string name, string value, string rule)
    {
        var parameters = _caller.Parameters(DemoThreads.SevenLevels);
        parameters[name] = value;

        (await _caller.Messages(parameters)).ShouldBeJson(
            $$"""{ "code": 414, "msg": "\"{{name}}\" {{rule}}", "data": {} }""");
    }

    [Fact]
    public async Task Team_id_must_be_a_number()
    {
        var parameters = _caller.Parameters(DemoThreads.Team);
        parameters["receiver_id"] = "bob";

        (await _caller.Messages(parameters)).ShouldBeJson("""
            { "code": 414, "msg": "\"receiver_id\" must be a whole number from 0 to 9223372036854775807.", "data": {} }
            """);
    }

    [Fact]
    public async Task Parameter_given_twice_is_refused_with_414()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, V2 + "?begin_time=1&end_time=2&limit=7&limit=8");

        (await _caller.Send(request)).ShouldBeJson("""
            { "code": 414, "msg": "\"limit\" is given 2 times.", "data": {} }
            """);
    }

    [Fact]
    public async Task Window_that_ends_before_it_begins_is_refused_with_107439()
    {
        var parameters = _caller.Parameters(DemoThreads.SevenLevels);
        parameters["end_time"] = Caller.Digits(DemoThreads.SevenLevels.CreateTimeMs - 1);

        (await _caller.Messages(parameters)).ShouldBeJson("""
            { "code": 107439, "msg": "\"begin_time\" must not be later than \"end_time\".", "data": {} }
            """);
    }

    [Theory]
    [InlineData("operator_id", "nobody", 102404, "The account in \\\"operator_id\\\" does not exist.")]
    [InlineData("sender_id", "nobody", 102404, "The account in \\\"sender_id\\\" does not exist.")]
    [InlineData("receiver_id", "nobody", 102404, "The account in \\\"receiver_id\\\" does not exist.")]
    [InlineData("conversation_type", "2", 108404, "The team in \\\"receiver_id\\\" does not exist.")]
    [InlineData("sender_id", "carol", 107404, "The message does not exist.")]
    [InlineData("receiver_id", "carol", 107404, "The message does not exist.")]
    [InlineData("message_server_id", "158844553001000002", 107404, "The message does not exist.")]
    [InlineData("message_server_id", "158844553002000001", 107404, "The message does not exist.")]
    [InlineData("message_client_id", "SEVEN-LEVELS", 107404, "The message does not exist.")]
    [InlineData("create_time", "1748822400038", 107404, "The message does not exist.")]
    public async Task Root_is_known_by_all_six_values_together(string name, string value, int code, string message)
    {
        var parameters = _caller.Parameters(DemoThreads.SevenLevels);
        parameters[name] = value;
        if (value == "2")
        {
            parameters["receiver_id"] = "5100200300";
        }

        (await _caller.Messages(parameters)).ShouldBeJson(
            $$"""{ "code": {{code}}, "msg": "{{message}}", "data": {} }""");
    }

    [Fact]
    public async Task Team_asked_for_under_another_team_or_kind_is_not_its_root()
    {
        var parameters = _caller.Parameters(DemoThreads.Team);

        (await _caller.Messages(parameters)).Code().ShouldBe(200);
        (await _caller.Messages(new(parameters) { ["receiver_id"] = "5100200300" })).Code().ShouldBe(108404);
        (await _caller.Messages(new(parameters) { ["conversation_type"] = "3" })).Code().ShouldBe(108404);
        (await _caller.Messages(new(parameters) { ["conversation_type"] = "3", ["receiver_id"] = "5100200300" }))
            .Code().ShouldBe(107404);
    }

    [Fact]
    public async Task Operator_is_required_on_v2_and_ignored_on_v21()
    {
        var parameters = _caller.Parameters(DemoThreads.SevenLevels);

        (await _caller.Messages(new(parameters) { ["operator_id"] = "nobody" }, V2)).Code().ShouldBe(102404);
        (await _caller.Messages(new(parameters) { ["operator_id"] = "nobody" }, V21)).Code().ShouldBe(200);
        parameters.Remove("operator_id");
        (await _caller.Messages(parameters, V2)).Code().ShouldBe(414);
        (await _caller.Messages(parameters, V21)).Code().ShouldBe(200);
    }

    [Theory]
    [InlineData("/im/v2/messages/actions/thread_messages")]
    [InlineData("/im/v2.1/messages/actions/thread_messages")]
    [InlineData("/nimserver/im/v2/messages/actions/thread_messages")]
    [InlineData("/nimserver/im/v2.1/messages/actions/thread_messages")]
    public async Task Each_path_serves_and_counts(string path)
    {
        (await _caller.Messages(_caller.Parameters(DemoThreads.SevenLevels), path)).Code().ShouldBe(200);
        _caller.Store.Calls.ThreadMessages.ShouldBe(1);
    }

    [Fact]
    public async Task Accounts_are_compared_without_regard_to_case()
    {
        var parameters = _caller.Parameters(DemoThreads.SevenLevels);
        (parameters["sender_id"], parameters["receiver_id"], parameters["operator_id"]) = ("Alice", "BOB", "aLICE");

        (await _caller.Messages(parameters)).Code().ShouldBe(200);
    }

    [Fact]
    public async Task Recalled_root_is_answered_with_107404()
    {
        _caller.Store.Recall(DemoThreads.SevenLevels.ServerId).ShouldBeTrue();

        (await _caller.Messages(_caller.Parameters(DemoThreads.SevenLevels))).Code().ShouldBe(107404);
    }
}
