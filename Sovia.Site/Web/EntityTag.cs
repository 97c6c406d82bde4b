using System.Security.Cryptography;
using System.Text;

namespace Sovia.Web;

/// <summary>Weak entity tags of answers that follow from known things, and stay the same as long as those do.</summary>
internal static class EntityTag
{
    private static readonly string Build = typeof(EntityTag).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>The tag of an answer of this program.</summary>
    /// <param name="causes">All that the bytes of the answer follow from.</param>
    public static string Compute(params object?[] causes) =>
        $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Build}\n{string.Join('\n', causes)}")).AsSpan(0, 12))}\"";

    /// <summary>Whether whoever asks has the answer already.</summary>
    public static bool MatchesRequest(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } tags && tags.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag);
}
