using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>A saved web page: the posts it points at, or the bot check or log-in that was saved in its stead.</summary>
internal sealed partial class HtmlPage : IContainer
{
    private const int BlockLength = 256 * 1024;
    private const int LongestAddress = 2048;

    [GeneratedRegex(@"https://(?:www\.)?(?:assets\.grok\.com|imagine-public\.x\.ai|images-public\.x\.ai|grok\.com/imagine)/[^\s""'<>\\)]{8,600}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    /// <inheritdoc/>
    public bool Holds(ReadOnlySpan<byte> head) => head.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..];

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, ReadSource source, [EnumeratorCancellation] CancellationToken ct)
    {
        var scope = new ReadScope(file.Name, source.Limits, file.ModifiedAt);
        var found = await AddressesAsync(file.Content, source.Limits, ct);
        if (found.Count == 0)
        {
            yield return scope.Whole(IssueCode.HtmlChallenge, "This is a web page and no data: a bot check, a log-in, or a page without posts was saved. Log in, open the page again and export once more.");
            yield break;
        }
        var list = JsonSerializer.SerializeToUtf8Bytes(found.Values);
        await foreach (var item in new JsonItemReader(new MemoryStream(list), scope).ReadAsync(ct)) yield return item;
    }

    // One address an id: that of its bytes rather than that of its page.
    private static async Task<Dictionary<Guid, string>> AddressesAsync(Stream content, ReadLimits limits, CancellationToken ct)
    {
        var found = new Dictionary<Guid, string>();
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        var block = new char[BlockLength];
        var (kept, total) = (0, 0L);
        while (await reader.ReadBlockAsync(block.AsMemory(kept), ct) is > 0 and var read && (total += read) <= limits.TextBytes)
        {
            // State inside a page is a script, in which slashes are escaped.
            var text = new string(block, 0, kept + read).Replace(@"\/", "/", StringComparison.Ordinal).Replace(@"\u002F", "/", StringComparison.OrdinalIgnoreCase);
            foreach (Match match in Addresses().Matches(text))
                if (SourceUrl.IdIn(match.Value) is { } id && found.Count < limits.Nodes && (!found.ContainsKey(id) || (SourceUrl.IsMedia(match.Value) && !SourceUrl.IsMedia(found[id]))))
                    found[id] = match.Value;
            if (kept + read < block.Length) break;
            // An address may stand across the edge.
            block.AsSpan(block.Length - LongestAddress).CopyTo(block);
            kept = LongestAddress;
        }
        return found;
    }
}
