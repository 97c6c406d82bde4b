namespace Sovia.Query;

/// <summary>Names of models and modes as people read them.</summary>
public static class FriendlyName
{
    /// <summary>
    /// Returns the words of a name: <c>imagine_h_1</c> becomes <c>Imagine H 1</c>, <c>extremely-crazy</c> becomes <c>Extremely crazy</c>.
    /// Any other name stays as it is.
    /// </summary>
    public static string Of(string name)
    {
        // A name that says "none" must not look like having no name.
        var isPlain = name.Length > 1 && char.IsAsciiLetterLower(name[0]) && name != "none"
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');
        if (!isPlain) return name;
        var words = name.Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select((word, place) => place == 0 || word.Length == 1 ? Capital(word) : word));
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
