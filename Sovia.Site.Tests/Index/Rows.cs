using Sovia.Index;
using Sovia.Library;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Tests.Index;

/// <summary>A small made-up library.</summary>
public static class Rows
{
    public static readonly Guid Run = new("0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f");

    public static readonly IndexRow Dragon = Row("0d5f0000-0000-4000-8000-000000000001", "Two dragons over a castle, close-up!",
        "Red dragon") with
    {
        SortAt = At("2025-10-18T23:59:59Z"),
        IsDated = true,
        Kind = MediaKind.Image,
        Liked = true,
        Models = ["Imagine_h_1", "imagine_x"],
        Modes = ["custom"],
        Images = 1,
        Videos = 5,
        Items = 6,
        Safe = 6,
        Flags = PostFlag.Derived,
        Members = [new("0d5f0000-0000-4000-8000-000000000001"), new("ffffffff-0000-4000-8000-000000000001")],
    };

    public static readonly IndexRow Silent = Row("7fffffff-0000-4000-8000-000000000002") with
    {
        Kind = MediaKind.Image,
        Images = 1,
        Items = 1,
    };

    public static readonly IndexRow Clip = Row("80000000-0000-4000-8000-000000000003", "дракон и замок", "Ночь") with
    {
        SortAt = At("2025-10-19T00:00:00Z"),
        IsDated = true,
        Kind = MediaKind.Video,
        Liked = false,
        Models = ["none"],
        Videos = 1,
        Items = 1,
        Safe = 1,
        Flags = PostFlag.Uploaded | PostFlag.Moderated,
    };

    public static readonly IndexRow Cat = Row("ffff0000-0000-4000-8000-000000000004", "かわいい猫耳の女の子 🐉🔥", "قطة حمراء", "חתול אדום",
        "👩‍👩‍👧 e\u200D\u0301 ﷺ") with
    {
        SortAt = At("2024-02-29T12:00:00Z"),
        IsDated = true,
        Kind = MediaKind.Unknown,
        Items = 2,
        Videos = 2,
        Safe = 1,
    };

    public static readonly IndexRow Stub = Row("00000000-0000-4000-8000-000000000005");

    public static readonly IReadOnlyList<IndexRow> All = [Dragon, Silent, Clip, Cat, Stub];

    public static readonly TermEvaluator.EvaluationContext Members = new(
        run => run == Run ? new HashSet<Guid> { Dragon.Members[1] } : []);

    /// <summary>The names of the rows that match, in order.</summary>
    public static string FindNames(Term term) => string.Join(' ', All.Where(row => TermEvaluator.Matches(term, row, Members)).Select(Name));

    private static string Name(IndexRow row) =>
        row == Dragon ? "dragon" : row == Silent ? "silent" : row == Clip ? "clip" : row == Cat ? "cat" : "stub";

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    private static IndexRow Row(string id, params string[] texts) => new()
    {
        Id = new(id),
        RootId = new(id),
        CoverId = new(id),
        SortAt = DateTimeOffset.UnixEpoch,
        Members = [new(id)],
        Texts = [.. texts.Select(AnalyzedText.Analyze)],
    };
}
