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
        LinkTextContainer.ReadAsync(Links(file.Content), file, source, ct);

    // URL=..., BASEURL=..., ORIGURL=..., URL[$e]=...: several lines may have the same URL.
    private static IEnumerable<string> Links(Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        var seen = new HashSet<Guid>();
        var read = 0;
        while (read < MaxBytes && reader.ReadLine() is { } line)
        {
            read += line.Length + 1;
            if (line.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals) || !line.AsSpan(0, equals)
                .Contains("URL", StringComparison.OrdinalIgnoreCase)) continue;
            var link = line[(equals + 1)..];
            if (GrokUrl.ParsePostId(link) is not { } id || seen.Add(id)) yield return link;
        }
    }
}
