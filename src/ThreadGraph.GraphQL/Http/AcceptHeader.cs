using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Chooses the media type of the answer by the request's Accept header.</summary>
/// <remarks>
/// GraphQL over HTTP, "Accept"; RFC 9110, 12.5.1: the highest quality wins, then the range that names the type more
/// exactly. Where a client leaves the choice to us, one that wrote out both types knows the newer and gets it; one that
/// wrote only a wildcard, or nothing, gets <c>application/json</c>, which clients of any age read ("watershed" rule).
/// </remarks>
internal static class AcceptHeader
{
    /// <summary>Finds the best format.</summary>
    /// <returns><see langword="false"/> where the client accepts neither; Json is the format then.</returns>
    public static bool TryChoose(StringValues accept, out ResponseFormat format)
    {
        format = ResponseFormat.Json;
        if (accept.Count == 0 || accept is [MediaTypes.Json or "*/*" or ""])
        {
            return true;
        }

        if (accept is [MediaTypes.GraphQLResponse])
        {
            format = ResponseFormat.GraphQLResponse;
            return true;
        }

        return MediaTypeHeaderValue.TryParseList(accept, out var ranges) && TryChoose(ranges, out format);
    }

    private static bool TryChoose(IList<MediaTypeHeaderValue> ranges, out ResponseFormat format)
    {
        var json = Preference.For(MediaTypes.Json, ranges);
        var graphQL = Preference.For(MediaTypes.GraphQLResponse, ranges);
        var byPreference = graphQL.CompareTo(json);
        var prefersGraphQL = byPreference > 0 || (byPreference == 0 && graphQL.Exactness == Preference.ByName);
        format = prefersGraphQL && graphQL.Quality > 0 ? ResponseFormat.GraphQLResponse : ResponseFormat.Json;
        return json.Quality > 0 || graphQL.Quality > 0;
    }

    /// <summary>How much a client wants one media type; the most exact range that covers it decides.</summary>
    private readonly record struct Preference(double Quality, int Exactness) : IComparable<Preference>
    {
        public const int ByName = 3;
        private const int BySubtypeWildcard = 2;
        private const int ByWildcard = 1;

        public static Preference For(string mediaType, IList<MediaTypeHeaderValue> ranges)
        {
            var best = new Preference(0, 0);
            foreach (var range in ranges)
            {
                var exactness = ExactnessOf(range, mediaType);
                if (exactness > best.Exactness)
                {
                    best = new Preference(range.Quality ?? 1, exactness);
                }
            }

            return best;
        }

        public int CompareTo(Preference other) => Quality.CompareTo(other.Quality) is not 0 and var byQuality
            ? byQuality
            : Exactness.CompareTo(other.Exactness);

        private static int ExactnessOf(MediaTypeHeaderValue range, string mediaType)
        {
            if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                return 0;
            }

            if (range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
            {
                return ByName;
            }

            if (range.MatchesAllTypes)
            {
                return ByWildcard;
            }

            // A suffix range such as application/*+json is matched by name above or not at all.
            return range.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? BySubtypeWildcard : 0;
        }
    }
}
