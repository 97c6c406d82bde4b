namespace Sovia.Import.Json;

/// <summary>The first property names at the top level of a file of unknown format, reported so that support for it can be added.</summary>
internal sealed class TopLevelPropertyNames
{
    private const int MaxNames = 12;
    private const int MaxNameLength = 60;

    private readonly List<string> names = [];

    /// <summary>True if there are no names.</summary>
    public bool IsEmpty => names.Count == 0;

    /// <summary>Adds the names of another value.</summary>
    public void Add(JsonOutline outline)
    {
        foreach (var pattern in outline.PathPatterns)
        {
            var name = pattern.StartsWith("[].", StringComparison.Ordinal) ? pattern[3..] : pattern;
            if (names.Count < MaxNames && name.Length <= MaxNameLength && name.AsSpan().IndexOfAny('.', '[') < 0 && !names.Contains(name))
                names.Add(name);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", names);
}
