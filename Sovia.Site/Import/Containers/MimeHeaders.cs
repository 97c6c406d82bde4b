using System.Buffers;

namespace Sovia.Import.Containers;

/// <summary>The headers of a part of an MHTML file that are needed to read it.</summary>
internal sealed class MimeHeaders
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
    private string? lastName;

    /// <summary>The characters allowed in the name of a header.</summary>
    public static SearchValues<char> NameCharacters { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>The MIME type in lower case; empty if none is stated.</summary>
    public string Type => GetValue("Content-Type").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The transfer encoding of the content, in lower case.</summary>
    public string Encoding => GetValue("Content-Transfer-Encoding").Trim().ToLowerInvariant();

    /// <summary>The URL of the part.</summary>
    public string? Location => GetValue("Content-Location").Trim() is { Length: > 0 } location ? location : null;

    /// <summary>The boundary between the parts of a multipart; null for a single part.</summary>
    public string? Boundary
    {
        get
        {
            var type = GetValue("Content-Type");
            if (type.IndexOf("boundary", StringComparison.OrdinalIgnoreCase) is not (>= 0 and var attributeStart)
                || type.IndexOf('=', attributeStart) is not (>= 0 and var equals)) return null;
            var rawValue = type.AsSpan(equals + 1).Trim();
            var text = rawValue is ['"', ..] ? rawValue[1..] : rawValue;
            var end = rawValue is ['"', ..] ? text.IndexOf('"') : text.IndexOfAny(';', ' ', '\t');
            return (end < 0 ? text : text[..end]).Trim().ToString() is { Length: > 0 } boundary ? boundary : null;
        }
    }

    /// <summary>Adds a line; one that begins with white space continues the previous line.</summary>
    public void AddLine(ReadOnlySpan<byte> line)
    {
        var text = System.Text.Encoding.UTF8.GetString(line);
        if (text.Length > 0 && text[0] is ' ' or '\t' && lastName is not null) values[lastName] += " " + text.Trim();
        else if (text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            values[lastName = text[..colon].Trim()] = text[(colon + 1)..].Trim();
    }

    private string GetValue(string name) => values.GetValueOrDefault(name) ?? "";
}
