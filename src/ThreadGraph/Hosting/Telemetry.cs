using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ThreadGraph.Hosting.Metrics;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Hosting;

/// <summary>Where the meters and traces go: to <c>/metrics</c>, and by OTLP to a collector where one is configured.</summary>
/// <remarks>They hold no address, account, text, or anything of a signature (<see cref="YunxinTelemetry"/>).</remarks>
internal static class Telemetry
{
    /// <summary>OpenTelemetry's own name for where the collector is; its other names work beside it.</summary>
    public const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>ASP.NET Core's name for where the activities of requests come from.</summary>
    private const string RequestSource = "Microsoft.AspNetCore";

    /// <summary>Adds the page and, where a collector is configured, the export to it.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MetricsPage>();
        if (!string.IsNullOrWhiteSpace(builder.Configuration[EndpointSetting]))
        {
            builder.Services.AddHostedService(_ => new OtlpExport(builder.Configuration));
        }
    }

    /// <summary>Maps <c>/metrics</c>.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        var page = app.Services.GetRequiredService<MetricsPage>();

        // As a request delegate: to call a handler of any other shape, an expression would be compiled at every start.
        app.MapGet("/metrics", context =>
        {
            context.Response.ContentType = MetricsPage.ContentType;
            return context.Response.WriteAsync(page.Write());
        });
    }

    /// <summary>Exports from start to stop; what is left then goes out before the server ends.</summary>
    private sealed class OtlpExport(IConfiguration configuration) : IHostedService
    {
        private ActivityListener? _requests;
        private MeterProvider? _meters;
        private TracerProvider? _traces;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _meters = Sdk.CreateMeterProviderBuilder()
                .ConfigureServices(services => services.AddSingleton(configuration))
                .ConfigureResource(Name)
                .AddMeter(YunxinTelemetry.MeterName, ReadingMetrics.MeterName)
                .AddOtlpExporter()
                .Build();

            // The request's own activity is not exported, and so has not been sampled; the attempts below it are to be. The
            // log asks for none (appsettings.json), so it is made where somebody wants the attempts held together: here.
            _requests = ListenToRequests();
            _traces = Sdk.CreateTracerProviderBuilder()
                .ConfigureServices(services => services.AddSingleton(configuration))
                .ConfigureResource(Name)
                .AddSource(YunxinTelemetry.ActivitySourceName)
                .SetSampler(new AlwaysOnSampler())
                .AddOtlpExporter()
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _meters?.Dispose();
            _traces?.Dispose();
            _requests?.Dispose();
            return Task.CompletedTask;
        }

        private static ActivityListener ListenToRequests()
        {
            var listener = new ActivityListener
            {
                ShouldListenTo = static source => source.Name == RequestSource,
                Sample = static (ref _) => ActivitySamplingResult.PropagationData,
            };
            ActivitySource.AddActivityListener(listener);
            return listener;
        }

        private static void Name(ResourceBuilder resource) => resource.AddService("threadgraph").AddEnvironmentVariableDetector();
    }
}
