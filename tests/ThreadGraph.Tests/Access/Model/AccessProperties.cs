using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ThreadGraph.Tests.Access.Model;

/// <summary>Whatever leaves the server is for the account that it leaves for.</summary>
/// <remarks>
/// <c>CI=true</c> asks for all cases, a developer's own run for a tenth. A failure names its seeds, one of which, as
/// <c>THREADGRAPH_ACCESS_SEED=seed,gamma,size</c>, repeats it.
/// </remarks>
public sealed class AccessProperties(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Cases = 5_000;
    private const ulong DefaultSeed = 20251122;
    private const ulong DefaultGamma = 7;

    private AccessServer _server = null!;
    private int _worlds;
    private int _answers;
    private int _messages;

    public async Task InitializeAsync() => _server = await AccessServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Nobody_is_given_what_is_not_for_him_by_any_way_in()
    {
        var given = Environment.GetEnvironmentVariable("THREADGRAPH_ACCESS_SEED")?.Split(',')
            .Select(static part => ulong.Parse(part, CultureInfo.InvariantCulture)).ToArray() ?? [];
        var isFull = Environment.GetEnvironmentVariable("CI") is "true" or "1";
        var (seed, gamma) = given.Length > 1 ? (given[0], given[1]) : (DefaultSeed, DefaultGamma);
        var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true)
            .WithMaxTest(given.Length > 2 ? 1 : isFull ? Cases : Cases / 10);
        config = given.Length > 2 ? config.WithReplay(seed, gamma, (int)given[2]) : config.WithReplay(seed, gamma);
        try
        {
            Prop.ForAll(Worlds.Arbitrary, world => TryAsync(world).GetAwaiter().GetResult()).Check(config);
        }
        finally
        {
            output.WriteLine(
                $"Access: seed {seed},{gamma}; {_worlds} worlds, {_answers} answers, {_messages} messages in them");
        }

        _messages.ShouldBeGreaterThan(_answers, "answers say something");
    }

    private async Task TryAsync(World world)
    {
        using var placed = new PlacedWorld(_server.Store, world, ++_worlds);
        _server.Time.Now += TimeSpan.FromSeconds(2);
        var cursors = new Dictionary<int, string>();
        var readers = world.Order.Select(account => new Reader(_server, placed, account)).ToArray();
        _messages += await readers[0].ReadAsync([], cursors);
        _messages += (await Task.WhenAll(readers.Skip(1).Select(r => r.ReadAsync([.. cursors.Values], [])))).Sum();
        _answers += readers.Length;
    }
}
