namespace Sovia.Import.Json;

/// <summary>The first property names at the top level of a file of unknown format, reported so that support for it can be added.</summary>
internal sealed class TopLevelPropertyNames
{
    private const int Max = 12;
    private const int LongestName = 60;

    private readonly List<string> names = [];

    /// <summary>True if there are no names.</summary>
    public bool IsEmpty => names.Count == 0;

    /// <summary>Adds the names of another value.</summary>
    public void Add(JsonOutline head)
    {
        foreach (var place in head.PathPatterns)
        {
            var name = place.StartsWith("[].", StringComparison.Ordinal) ? place[3..] : place;
            if (names.Count < Max && name.Length <= LongestName && name.AsSpan().IndexOfAny('.', '[') < 0 && !names.Contains(name))
                names.Add(name);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", names);
}
