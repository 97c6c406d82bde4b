using System.Globalization;

namespace Sovia.Import.Json;

/// <summary>
/// The position of a reader in a JSON value. A path pattern has no indexes, <c>log.entries[]</c>, so that an export reader can match the
/// value; a path has them, <c>$.log.entries[3]</c>, so that a user can find the value.
/// </summary>
internal sealed class JsonPositionTracker
{
    private readonly Stack<Frame> frames = new();

    /// <summary>The property name whose value comes next.</summary>
    public string? PendingName { get; set; }

    /// <summary>True if no value has been entered.</summary>
    public bool IsAtRoot => frames.Count == 0;

    /// <summary>True directly inside an array.</summary>
    public bool IsInArray => frames.TryPeek(out var current) && current.IsList;

    /// <summary>The path pattern of the next value.</summary>
    public string NextPathPattern =>
        !frames.TryPeek(out var current) ? "" : current.IsList ? current.ElementPattern
        : JoinPattern(current.Pattern, NormaliseName(PendingName ?? ""));

    /// <summary>Enters the next value.</summary>
    public void Enter(bool isList)
    {
        var frame = new Frame(NextPathPattern, isList, GetNextSegment());
        Advance();
        frames.Push(frame);
    }

    /// <summary>Leaves the current value.</summary>
    public void Leave() => frames.Pop();

    /// <summary>Advances past the next value, after it was skipped or read.</summary>
    public void Advance()
    {
        if (frames.TryPeek(out var current)) current.Index++;
        PendingName = null;
    }

    /// <summary>Resets the position to the root.</summary>
    public void Clear()
    {
        frames.Clear();
        PendingName = null;
    }

    /// <summary>Returns the path of the next value.</summary>
    public string GetNextPath() => "$" + string.Concat(frames.Reverse().Select(frame => frame.Segment)) + GetNextSegment();

    /// <summary>Returns the path pattern of a property, or of an array element if the name is null.</summary>
    public static string JoinPattern(string place, string? name) =>
        name is null ? place + "[]" : place.Length == 0 ? name : $"{place}.{name}";

    /// <summary>Returns the name as used in path patterns: all ids become one pattern instead of thousands.</summary>
    public static string NormaliseName(string name) => name.Length is 32 or 36 && Guid.TryParse(name, out _) ? "{id}" : name;

    private string GetNextSegment() => !frames.TryPeek(out var current) ? ""
        : current.IsList ? string.Create(CultureInfo.InvariantCulture, $"[{current.Index}]") : "." + PendingName;

    private sealed class Frame(string place, bool isList, string step)
    {
        public string Pattern { get; } = place;

        public bool IsList { get; } = isList;

        public string Segment { get; } = step;

        public string ElementPattern { get; } = JoinPattern(place, null);

        public int Index { get; set; }
    }
}
