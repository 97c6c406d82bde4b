using CsCheck;
using Sovia.Library.Language;
using Sovia.Library.Search;

namespace Sovia.Tests.Library.Search;

public sealed class EvaluationTests
{
    [Theory]
    [InlineData("dragon", "dragon")]
    [InlineData("castles", "dragon")]
    [InlineData("=castles", "")]
    [InlineData("=dragons", "dragon")]
    [InlineData("drag*", "dragon")]
    [InlineData("\"red dragon\"", "dragon")]
    [InlineData("\"dragon red\"", "")]
    [InlineData("\"up red\"", "")]
    [InlineData("close-up", "dragon")]
    [InlineData("red castle", "dragon")]
    [InlineData("red night", "")]
    [InlineData("драконы", "clip")]
    [InlineData("=драконы", "")]
    [InlineData("猫耳", "cat")]
    [InlineData("耳猫", "")]
    [InlineData("🐉", "cat")]
    [InlineData("🔥🐉", "")]
    [InlineData("حمراء", "cat")]
    [InlineData("אדום חתול", "cat")]
    [InlineData("👩‍👩‍👧", "cat")]
    [InlineData("-dragon", "silent clip cat stub")]
    [InlineData("dragon or дракон", "dragon clip")]
    [InlineData("-(dragon or дракон)", "silent cat stub")]
    public void words(string search, string found) => Finds(search, found);

    [Theory]
    [InlineData("", "dragon silent clip cat stub")]
    [InlineData("type:image", "dragon silent")]
    [InlineData("type:video", "clip")]
    [InlineData("liked:true", "dragon")]
    [InlineData("liked:false", "clip")]
    [InlineData("liked:unknown", "silent cat stub")]
    [InlineData("model:IMAGINE_H_1", "dragon")]
    [InlineData("model:none", "silent cat stub")]
    [InlineData("model:\"NONE\"", "clip")]
    [InlineData("-mode:custom", "silent clip cat stub")]
    [InlineData("date:2025-10-18", "dragon")]
    [InlineData("date:>2025-10-18", "clip")]
    [InlineData("date:1970", "")]
    [InlineData("-date:2025", "silent cat stub")]
    [InlineData("date:none", "silent stub")]
    [InlineData("videos:0", "silent stub")]
    [InlineData("videos:1..2,5", "dragon clip cat")]
    [InlineData("items:<0", "")]
    [InlineData("prompt:none", "silent stub")]
    [InlineData("is:safe", "dragon clip")]
    [InlineData("is:missing", "silent cat")]
    [InlineData("is:moderated,derived", "dragon clip")]
    [InlineData("is:restricted", "")]
    [InlineData("in:\"My Best\"", "dragon cat")]
    [InlineData("import:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f", "dragon")]
    [InlineData("import:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1e", "")]
    [InlineData("id:ffff", "dragon cat")]
    [InlineData("id:8000", "clip")]
    [InlineData("id:7fffffff-0000-4000-8000-000000000002", "silent")]
    public void facts(string search, string found) => Finds(search, found);

    [Fact]
    public void ids_stand_in_the_order_of_their_text() => Gen.Select(Gen.Guid, Gen.Guid).Sample((one, other) =>
        Math.Sign(one.CompareTo(other)) == Math.Sign(string.CompareOrdinal(one.ToString("N"), other.ToString("N"))));

    [Fact]
    public void nobody_is_in_a_run_or_a_collection_that_was_not_told() =>
        Assert.False(Evaluation.Matches(new Term.AnyOf([new Term.CameWith(Rows.Run), new Term.InCollection("my best")]), Rows.Dragon));

    [Fact]
    public void all_of_nothing_holds_and_any_of_nothing_does_not()
    {
        Assert.True(Evaluation.Matches(Term.Everything, Rows.Stub));
        Assert.False(Evaluation.Matches(new Term.AnyOf([]), Rows.Dragon));
    }

    private static void Finds(string search, string found) =>
        Assert.Equal(found, Rows.Found(Reading.Of(search, DateTimeOffset.UnixEpoch).Term));
}
