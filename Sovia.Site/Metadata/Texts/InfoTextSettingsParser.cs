using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sovia.Metadata.Texts;

/// <summary>Parses a line of <c>Key: value, Key: value</c> whose values may contain commas and colons inside quotes and brackets.</summary>
internal static partial class InfoTextSettingsParser
{
    private const int MaxSettings = 512;
    private const int MaxRetries = 16;

    public static List<KeyValuePair<string, string>> Parse(string line)
    {
        List<KeyValuePair<string, string>> settings = [];
        var retries = 0;
        for (var position = 0; position < line.Length && settings.Count < MaxSettings;)
        {
            var keyMatch = KeyRegex().Match(line, position);
            if (!keyMatch.Success) break;
            var valueStart = keyMatch.Index + keyMatch.Length;
            // An unclosed bracket is an ordinary character. Limits the retries because of hostile lines.
            var end = retries < MaxRetries ? FindValueEnd(line, valueStart, isBalanced: true) : -1;
            if (end < 0)
            {
                retries++;
                end = FindValueEnd(line, valueStart, isBalanced: false);
            }

            settings.Add(new(keyMatch.Groups[1].Value, Unquote(line[valueStart..end])));
            position = end + 1;
        }

        return settings;
    }

    /// <summary>
    /// Returns the position of the comma after the value, or the end of the line; -1 if quotes or brackets are still open there.
    /// </summary>
    private static int FindValueEnd(string line, int start, bool isBalanced)
    {
        var isQuoted = false;
        var stack = new Stack<char>();
        for (var i = start; i < line.Length; i++)
            switch (line[i])
            {
                case '\\' when isQuoted: i++; break;
                // A quote after a digit or letter, as in 6", opens nothing.
                case '"' when isBalanced && (isQuoted || i == 0 || !char.IsLetterOrDigit(line[i - 1])): isQuoted = !isQuoted; break;
                case '[' or '{' when isBalanced && !isQuoted: stack.Push(line[i]); break;
                // A closing bracket without an opening one is an ordinary character.
                case ']' or '}' when !isQuoted && stack.TryPeek(out var top) && top == (line[i] == ']' ? '[' : '{'): stack.Pop(); break;
                case ',' when !isQuoted && stack.Count == 0 && KeyRegex().IsMatch(line, i + 1): return i;
            }

        return isQuoted || stack.Count > 0 ? -1 : line.Length;
    }

    private static string Unquote(string value)
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
    private static partial Regex KeyRegex();
}
