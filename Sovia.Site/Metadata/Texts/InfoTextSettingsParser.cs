using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sovia.Metadata.Texts;

/// <summary>Parses a line of <c>Key: value, Key: value</c> whose values may contain commas and colons inside quotes and brackets.</summary>
internal static partial class InfoTextSettingsParser
{
    private const int MaxSettings = 512;
    private const int MaxRepairs = 16;

    public static List<KeyValuePair<string, string>> Parse(string line)
    {
        List<KeyValuePair<string, string>> settings = [];
        var repairs = 0;
        for (var at = 0; at < line.Length && settings.Count < MaxSettings;)
        {
            var key = Key().Match(line, at);
            if (!key.Success) break;
            var from = key.Index + key.Length;
            // An unclosed bracket is an ordinary character. Limits the retries because of hostile lines.
            var end = repairs < MaxRepairs ? End(line, from, balanced: true) : -1;
            if (end < 0)
            {
                repairs++;
                end = End(line, from, balanced: false);
            }

            settings.Add(new(key.Groups[1].Value, Value(line[from..end])));
            at = end + 1;
        }

        return settings;
    }

    /// <summary>
    /// Returns the position of the comma after the value, or the end of the line; -1 if quotes or brackets are still open there.
    /// </summary>
    private static int End(string line, int from, bool balanced)
    {
        var quoted = false;
        var open = new Stack<char>();
        for (var at = from; at < line.Length; at++)
            switch (line[at])
            {
                case '\\' when quoted: at++; break;
                // A quote after a digit or letter, as in 6", opens nothing.
                case '"' when balanced && (quoted || at == 0 || !char.IsLetterOrDigit(line[at - 1])): quoted = !quoted; break;
                case '[' or '{' when balanced && !quoted: open.Push(line[at]); break;
                // A closing bracket without an opening one is an ordinary character.
                case ']' or '}' when !quoted && open.TryPeek(out var opener) && opener == (line[at] == ']' ? '[' : '{'): open.Pop(); break;
                case ',' when !quoted && open.Count == 0 && Key().IsMatch(line, at + 1): return at;
            }

        return quoted || open.Count > 0 ? -1 : line.Length;
    }

    private static string Value(string value)
    {
        value = value.Trim();
        if (value is not ['"', .., '"']) return value;
        try
        {
            return JsonSerializer.Deserialize<string>(value) ?? value;
        }
        catch (JsonException)
        {
            return value;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: keep the value as written.
            return value;
        }
    }

    [GeneratedRegex(@"\G\s{0,8}([A-Za-z][\w /\-.]{0,63}):")]
    private static partial Regex Key();
}
