using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.Conformance.Resolvers;
using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.Conformance.Protocol;

/// <summary>Answers requests with two servers of one schema: resolvers that answer at once, and after a wait.</summary>
internal sealed class Engine
{
    private static readonly Type[] Abstract =
        [typeof(IEntity), typeof(IActor), typeof(IThing), typeof(ILiving), typeof(SubscriptionFields)];

    private readonly ServiceProvider _now = Server(
        typeof(NowQuery), typeof(NowMutation), typeof(NowPerson), typeof(NowRobot), typeof(NowPlace), typeof(NowCounter));

    private readonly ServiceProvider _later = Server(
        typeof(LaterQuery), typeof(LaterMutation), typeof(LaterPerson), typeof(LaterRobot), typeof(LaterPlace), typeof(LaterCounter));

    private readonly DocumentValidator _validator = new();

    private ThreadGraph.GraphQL.Types.Schema Schema => _now.GetRequiredService<IRequestExecutor>().Schema;

    /// <summary>Answers one request with a JSON text.</summary>
    public async Task<string> AnswerAsync(JsonElement request) => request.GetProperty("op").GetString() switch
    {
        "sdl" => JsonSerializer.Serialize(new
        {
            now = SchemaPrinter.Print(Schema),
            later = SchemaPrinter.Print(_later.GetRequiredService<IRequestExecutor>().Schema),
        }),
        "parse" => Parse(request.GetProperty("base64").GetBytesFromBase64()),
        "validate" => Validate(request.GetProperty("document").GetString()!),
        "execute" => await ExecuteAsync(request),
        "subscribe" => await SubscribeAsync(request),
        var other => throw new InvalidOperationException($"Unknown operation \"{other}\"."),
    };

    private static string Parse(byte[] utf8)
    {
        try
        {
            var document = Utf8GraphQLParser.Parse(new SourceText(utf8), ParserOptions.Unlimited);
            return JsonSerializer.Serialize(new { printed = document.ToString() });
        }
        catch (SyntaxException exception)
        {
            return Errors([SyntaxErrors.ToError(exception)]);
        }
    }

    private string Validate(string document)
    {
        try
        {
            return Errors(_validator.Validate(Schema, Utf8GraphQLParser.Parse(document, ParserOptions.Unlimited)));
        }
        catch (SyntaxException exception)
        {
            return Errors([SyntaxErrors.ToError(exception)]);
        }
    }

    private async Task<string> ExecuteAsync(JsonElement request)
    {
        var server = Server(request);
        await using var scope = server.CreateAsyncScope();
        using var result = await server.GetRequiredService<IRequestExecutor>()
            .ExecuteAsync(Operation(request, scope.ServiceProvider), CancellationToken.None);
        return result.ToJson();
    }

    /// <summary>Answers with all responses of a stream, until it ends.</summary>
    private async Task<string> SubscribeAsync(JsonElement request)
    {
        var server = Server(request);
        await using var scope = server.CreateAsyncScope();
        var responses = new List<string>();
        await foreach (var result in server.GetRequiredService<IRequestExecutor>()
            .ExecuteStreamAsync(Operation(request, scope.ServiceProvider), CancellationToken.None))
        {
            responses.Add(result.ToJson());
            result.Dispose();
        }

        return JsonSerializer.Serialize(new { responses });
    }

    private ServiceProvider Server(JsonElement request) =>
        request.GetProperty("resolve").GetString() == "later" ? _later : _now;

    private static OperationRequest Operation(JsonElement request, IServiceProvider services) =>
        new(Encoding.UTF8.GetBytes(request.GetProperty("document").GetString()!))
        {
            Services = services,
            OperationName = request.TryGetProperty("operationName", out var name) ? name.GetString() : null,
            Variables = request.TryGetProperty("variables", out var variables) ? variables : default,
        };

    private static string Errors(IEnumerable<IError> errors) => JsonSerializer.Serialize(new
    {
        errors = errors.Select(static e => new
        {
            message = e.Message,
            locations = e.Locations.Select(static l => new { line = l.Line, column = l.Column }),
        }),
    });

    private static ServiceProvider Server(params Type[] resolvers)
    {
        var services = new ServiceCollection();
        services.AddScoped<Ledger>();
        services.AddGraphQLServer()
            .AddTypes([resolvers[0], resolvers[1], .. Abstract, .. resolvers[2..]])
            .ModifyExecutionLimits(static limits => limits with { MaxFields = 1_000_000 });
        return services.BuildServiceProvider();
    }
}
