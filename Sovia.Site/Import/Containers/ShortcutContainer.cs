using System.Text;
using Sovia.Import.Json;
using Sovia.Library.Urls;

namespace Sovia.Import.Containers;

/// <summary>
/// A desktop shortcut to a URL: <c>.url</c> on Windows, <c>.desktop</c> on Linux. <c>.webloc</c> on a Mac is read by
/// <see cref="HtmlContainer"/>.
/// </summary>
internal sealed class ShortcutContainer : IContainerFormat
{
    private const int MaxBytes = 1 << 20;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('[') && (text.Contains("[InternetShortcut", StringComparison.OrdinalIgnoreCase)
            || text.Contains("[Desktop Entry]", StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, CancellationToken ct) =>
        LinkTextContainer.ReadAsync(ReadLinks(file.Content), file, source, ct);

    // URL=..., BASEURL=..., ORIGURL=..., URL[$e]=...: several lines may have the same URL.
    private static IEnumerable<string> ReadLinks(Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        var seenIds = new HashSet<Guid>();
        var charsRead = 0;
        while (charsRead < MaxBytes && reader.ReadLine() is { } line)
        {
            charsRead += line.Length + 1;
            if (line.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equalsIndex) || !line.AsSpan(0, equalsIndex)
                .Contains("URL", StringComparison.OrdinalIgnoreCase)) continue;
            var link = line[(equalsIndex + 1)..];
            if (GrokUrl.ParsePostId(link) is not { } id || seenIds.Add(id)) yield return link;
        }
    }
}
