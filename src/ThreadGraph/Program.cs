using ThreadGraph.Access;
using ThreadGraph.Hosting;
using ThreadGraph.Hosting.Ide;

var builder = WebApplication.CreateSlimBuilder(args);

// Where threads come from: Yunxin, or in Development without any setting the sandbox in this process.
builder.Services.AddYunxinClient();
await builder.AddEmbeddedSandboxAsync();

// What is asked, and who asks.
builder.Services.AddAccess();
builder.Services.AddThreads();
builder.Services.AddGraphQLSurface();
builder.Services.AddHealthChecks();
builder.Services.AddCompression();
builder.Services.AddIde();

var app = builder.Build();

app.UseResponseCompression();
app.UseAuthentication();
app.UseMiddleware<ViewerMiddleware>();

app.UseIde("/graphql");
app.MapGraphQL("/graphql");
app.MapHealth();
app.MapEmbeddedSandbox();

return await app.RunWithGraphQLCommandsAsync(args, schemaFile: "schema/threadgraph.graphql");
