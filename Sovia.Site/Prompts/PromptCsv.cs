using System.Globalization;
using System.Text;
using Sovia.Library;

namespace Sovia.Prompts;

/// <summary>Writes prompts as CSV (RFC 4180, with a header). Cells that spreadsheets would treat as formulas are escaped.</summary>
public static class PromptCsv
{
    /// <summary>The header line.</summary>
    public const string Header = "key,prompt,uses,stacks,first_used,last_used,liked,best_rating,models,modes,idea,tags\r\n";

    // Excel, LibreOffice and Google Sheets treat a cell that begins so as a formula; a leading apostrophe prevents it (OWASP, CSV
    // injection).
    private static readonly char[] Formulas = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    /// <summary>Formats the line of a prompt.</summary>
    public static string FormatLine(PromptEntry entry) => string.Join(',',
        FormatCell(PromptKey.Format(entry.Key)), FormatCell(entry.Text), Number(entry.Uses), Number(entry.Families), Time(entry.FirstAt),
        Time(entry.LastAt), Number(entry.Likes),
        entry.BestRating == 0 ? "" : Number(entry.BestRating), FormatCell(string.Join("; ", entry.Models)),
        FormatCell(string.Join("; ", entry.Modes)), entry.IdeaAt is null ? "" : "yes",
        FormatCell(string.Join("; ", entry.Tags))) + "\r\n";

    /// <summary>Formats a text as a cell.</summary>
    public static string FormatCell(string text)
    {
        if (text.Length > 0 && Formulas.Contains(text[0])) text = $"'{text}";
        return text.AsSpan().ContainsAny(",\"\r\n;") || text.StartsWith('\'') || text.StartsWith(' ') || text.EndsWith(' ')
            ? new StringBuilder(text.Length + 2).Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"')
            .ToString()
            : text;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
