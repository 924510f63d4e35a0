using System.Net;
using System.Text.Json;
using ThreadGraph.Floor;

// The least that a service in front of the upstream can do: read the request, make the calls, copy what comes back. What
// a server spends beyond this is its own.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
using var upstream = new Upstream(builder.Configuration["Upstream"]!);
var app = builder.Build();

app.MapPost("/typename", static context => AnswerAsync(context, static (_, response) =>
    response.WriteAsync("""{"data":{"__typename":"Query"}}""")));
app.MapPost("/flat", context => AnswerAsync(context, (request, response) =>
    upstream.CopyPageAsync(request.Variables.Root!, 20, oldestFirst: true, response)));
app.MapPost("/tree", context => AnswerAsync(context, (request, response) =>
    upstream.CopyPagesAsync(request.Variables.Root!.Message!, response)));
app.MapPost("/inbox", context => AnswerAsync(context, (request, response) =>
    upstream.CopyAllAsync(request.Variables.Roots!, 3, response)));
await app.RunAsync();

static async Task AnswerAsync(HttpContext context, Func<FloorRequest, HttpResponse, Task> write)
{
    var request = await JsonSerializer.DeserializeAsync(
        context.Request.Body, FloorJson.Default.FloorRequest, context.RequestAborted);
    context.Response.StatusCode = (int)HttpStatusCode.OK;
    context.Response.ContentType = "application/json; charset=utf-8";
    await write(request!, context.Response);
}
