using System.Globalization;
using System.Text;
using Sovia.Library;

namespace Sovia.Prompts;

/// <summary>Writes prompts as CSV (RFC 4180, with a header). Cells that spreadsheets would treat as formulas are escaped.</summary>
public static class PromptCsv
{
    /// <summary>The header line.</summary>
    public const string Header = "key,prompt,uses,stacks,first_used,last_used,liked,best_rating,models,modes,idea,tags\r\n";

    // Excel, LibreOffice and Google Sheets treat cells that begin with these as formulas; a leading apostrophe prevents it (OWASP, CSV
    // injection).
    private static readonly char[] FormulaPrefixes = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    /// <summary>Formats the line of a prompt.</summary>
    public static string FormatLine(PromptEntry entry) => string.Join(',',
        FormatCell(PromptKey.Format(entry.Key)), FormatCell(entry.Text), Format(entry.Uses), Format(entry.Families), ToIso(entry.FirstAt),
        ToIso(entry.LastAt), Format(entry.Likes),
        entry.BestRating == 0 ? "" : Format(entry.BestRating), FormatCell(string.Join("; ", entry.Models)),
        FormatCell(string.Join("; ", entry.Modes)), entry.IdeaAt is null ? "" : "yes",
        FormatCell(string.Join("; ", entry.Tags))) + "\r\n";

    /// <summary>Formats a text as a cell.</summary>
    public static string FormatCell(string text)
    {
        if (text.Length > 0 && FormulaPrefixes.Contains(text[0])) text = $"'{text}";
        return text.AsSpan().ContainsAny(",\"\r\n;") || text.StartsWith('\'') || text.StartsWith(' ') || text.EndsWith(' ')
            ? new StringBuilder(text.Length + 2).Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"')
            .ToString()
            : text;
    }

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string ToIso(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
