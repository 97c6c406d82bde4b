using System.Security.Cryptography;
using System.Text;

namespace Sovia.Web;

/// <summary>Computes weak entity tags from the inputs of a response, so that the tag changes only when an input does.</summary>
internal static class EntityTag
{
    private static readonly string BuildId = typeof(EntityTag).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Computes the tag of a response, specific to this build.</summary>
    /// <param name="inputs">All inputs that determine the response's bytes.</param>
    public static string Compute(params object?[] inputs) =>
        $"W/\"{Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{BuildId}\n{string.Join('\n', inputs)}")).AsSpan(0, 12))}\"";

    /// <summary>Returns whether the client already has this version.</summary>
    public static bool MatchesRequest(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } tags && tags.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag);
}
