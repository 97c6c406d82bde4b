using System.Globalization;

namespace Sovia.Import.Json;

/// <summary>
/// Where in a JSON value a reader stands. A place is the way there without indexes, <c>log.entries[]</c>, by which a shape knows what
/// stands there; a path is the way with them, <c>$.log.entries[3]</c>, by which a person finds it.
/// </summary>
internal sealed class JsonPositionTracker
{
    private readonly Stack<Frame> frames = new();

    /// <summary>The name after which a value comes next.</summary>
    public string? PendingName { get; set; }

    /// <summary>True where nothing has been entered.</summary>
    public bool IsAtRoot => frames.Count == 0;

    /// <summary>True directly inside a list.</summary>
    public bool IsInArray => frames.TryPeek(out var inside) && inside.IsList;

    /// <summary>The place of the value that comes next.</summary>
    public string NextPathPattern =>
        !frames.TryPeek(out var inside) ? "" : inside.IsList ? inside.ElementPlace
        : JoinPattern(inside.Place, NormaliseName(PendingName ?? ""));

    /// <summary>Goes into the value that comes next.</summary>
    public void Enter(bool isList)
    {
        var frame = new Frame(NextPathPattern, isList, GetNextSegment());
        Advance();
        frames.Push(frame);
    }

    /// <summary>Goes out again.</summary>
    public void Leave() => frames.Pop();

    /// <summary>Notes that the value that comes next was stepped over or taken.</summary>
    public void Advance()
    {
        if (frames.TryPeek(out var inside)) inside.Index++;
        PendingName = null;
    }

    /// <summary>Begins again at a root.</summary>
    public void Clear()
    {
        frames.Clear();
        PendingName = null;
    }

    /// <summary>The path of the value that comes next.</summary>
    public string GetNextPath() => "$" + string.Concat(frames.Reverse().Select(frame => frame.Step)) + GetNextSegment();

    /// <summary>A place inside another: under a name, or in a list where there is none.</summary>
    public static string JoinPattern(string place, string? name) =>
        name is null ? place + "[]" : place.Length == 0 ? name : $"{place}.{name}";

    /// <summary>The name as places spell it: ids that serve as names are one place, not thousands.</summary>
    public static string NormaliseName(string name) => name.Length is 32 or 36 && Guid.TryParse(name, out _) ? "{id}" : name;

    private string GetNextSegment() => !frames.TryPeek(out var inside) ? ""
        : inside.IsList ? string.Create(CultureInfo.InvariantCulture, $"[{inside.Index}]") : "." + PendingName;

    private sealed class Frame(string place, bool isList, string step)
    {
        public string Place { get; } = place;

        public bool IsList { get; } = isList;

        public string Step { get; } = step;

        public string ElementPlace { get; } = JoinPattern(place, null);

        public int Index { get; set; }
    }
}
