using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace ThreadGraph.Hosting;

/// <summary>Compressed answers for clients that accept them.</summary>
internal static class Compression
{
    /// <summary>Adds Brotli and gzip for JSON, over HTTPS too.</summary>
    /// <remarks>
    /// Compression over HTTPS can betray a secret that stands in an answer beside text of an attacker's choice (BREACH).
    /// No answer here holds one: credentials travel in a request header and are never written back.
    /// </remarks>
    public static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(static options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["application/json", "application/graphql-response+json"];
        })
        .Configure<BrotliCompressionProviderOptions>(static options => options.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(static options => options.Level = CompressionLevel.Fastest);
}
