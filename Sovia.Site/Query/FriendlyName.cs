namespace Sovia.Query;

/// <summary>Names of models and modes as people read them.</summary>
public static class FriendlyName
{
    /// <summary>
    /// Returns the words of a name: <c>imagine_h_1</c> becomes <c>Imagine H 1</c>, <c>extremely-crazy</c> becomes <c>Extremely crazy</c>.
    /// Any other name stays as it is.
    /// </summary>
    public static string Format(string name)
    {
        // Keeps the name "none" in lower case, because the label "None" means that there is no name.
        var isPlain = name.Length > 1 && char.IsAsciiLetterLower(name[0]) && name != "none"
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');
        if (!isPlain) return name;
        var words = name.Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select((word, index) => index == 0 || word.Length == 1 ? Capitalize(word) : word));
    }

    private static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
