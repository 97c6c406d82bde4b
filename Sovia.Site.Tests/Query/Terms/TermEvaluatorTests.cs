using CsCheck;
using Sovia.Query.Language;
using Sovia.Query.Terms;
using Sovia.Tests.Index;
using Sovia.Text;

namespace Sovia.Tests.Query.Terms;

public sealed class TermEvaluatorTests
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
    [InlineData("dragon_s*", "")]
    [InlineData("close_u*", "dragon")]
    [InlineData("-dragon", "silent clip cat stub")]
    [InlineData("dragon or дракон", "dragon clip")]
    [InlineData("-(dragon or дракон)", "silent cat stub")]
    public void words(string search, string found) => AssertFinds(search, found);

    [Theory]
    [InlineData("", "dragon silent clip cat stub")]
    [InlineData("type:image", "dragon silent")]
    [InlineData("type:video", "dragon clip cat")]
    [InlineData("-type:video", "silent stub")]
    [InlineData("-type:image", "clip cat stub")]
    [InlineData("type:image,video", "dragon silent clip cat")]
    [InlineData("type:image type:video", "dragon")]
    [InlineData("is:video", "dragon clip cat")]
    [InlineData("has:video -has:image", "clip cat")]
    [InlineData("cover:image", "dragon silent")]
    [InlineData("cover:video", "clip")]
    [InlineData("-cover:video type:video", "dragon cat")]
    [InlineData("liked:true", "dragon")]
    [InlineData("liked:false", "clip")]
    [InlineData("liked:unknown", "silent cat stub")]
    [InlineData("model:IMAGINE_H_1", "dragon")]
    [InlineData("model:imagine*,zzz*", "dragon")]
    [InlineData("model:\"imagine*\"", "")]
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
    [InlineData("import:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f", "dragon")]
    [InlineData("import:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1e", "")]
    [InlineData("id:ffff", "dragon cat")]
    [InlineData("id:8000", "clip")]
    [InlineData("id:7fffffff-0000-4000-8000-000000000002", "silent")]
    public void facts(string search, string found) => AssertFinds(search, found);

    [Theory]
    [InlineData("жёлтая роза", "жёлтый желтый желтая =жёлтая жёлт* желт*", "=желтая =жёлтый \"желтая роза\"")]
    [InlineData("тёмное небо, ёлка и самолёты", "тёмный ёлку елки самолет темное-небо \"тёмное небо\"", "\"темное небо\" =елка")]
    [InlineData("зимний лес", "зимний зимний-лес", "=зимнии")]
    [InlineData("μαύρος γάτος", "γάτος ΓΆΤΟΣ γατος ΓΑΤΟΣ =γάτος =ΓΆΤΟΣ γατοσ* γάτ*", "=γατος =ΓΑΤΟΣ \"μαυρος γάτος\"")]
    [InlineData("ΓΑΤΟΣ ΜΑΥΡΟΣ", "γατος ΓΑΤΟΣ γάτος =γατος \"γατος μαυρος\"", "=γάτος")]
    [InlineData("İSTANBUL sokak, ılık", "istanbul İSTANBUL ISTANBUL =istanbul ilik ılık =ılık i\u0307stanbul", "=ilik")]
    [InlineData("straße", "strasse STRASSE straße =STRASSE strass*", "strase")]
    [InlineData("Parisian café scene", "cafe cafes CAFÉ =café \"café scene\" cafe-scene café-s* cafe_scene", "=cafe \"cafe scene\"")]
    [InlineData("plain cafe scene", "cafe café café-scene =cafe", "=café \"café scene\"")]
    [InlineData("jalapeño on piñata, Pokémon, naïve Œuvre, smørrebrød, Łódź, đường phố",
        "jalapeno pinata pokemon naive oeuvre smorrebrod lodz duong-pho pinat* duong*", "=pinata =duong")]
    [InlineData("مَرْحَبــًا بالعالَم, أحمد", "مرحبا بالعا* احمد مَرحبا بالعالم", "=مرحبا")]
    [InlineData("שָׁלוֹם עולם", "שלום שָׁלוֹם שלום-עולם", "=שלום")]
    [InlineData("हिन्दी में", "हिन्दी में", "हनद हिन्द")]
    [InlineData("ﬂower ﬁre Ｆｕｌｌｗｉｄｔｈ ｔｅｘｔ x² ǅ", "flower fire fullwidth =text \"fullwidth text\" x2 dž dz", "=dz")]
    [InlineData("very_long_snake_case_tag_name, blue_eyes",
        "snake eye eyes \"blue eyes\" blue_eyes BLUE_EYES blue-eyes snake_case very_long_snake_case_tag_name snake_c* tag_name",
        "blueeyes \"name very\" snake_tag blue_eye")]
    [InlineData("long_hair,snake_tail", "hair long_hair snake_tail long_hair,snake_tail \"hair snake\"", "hair_long")]
    [InlineData("a BlueEyes girl by HTMLParser",
        "blueeyes BlueEyes blue eyes eye parser html \"blue eyes\" blue_eyes \"a blueeyes girl\" \"a blue eyes girl\"",
        "eyesg* \"eyes blue\"")]
    [InlineData("iPhone aBcDeFgH STRASSE", "iphone abcdefgh strasse", "phone cd")]
    public void words_are_found_however_they_are_cased_and_marked(string text, string found, string not)
    {
        var row = Rows.Stub with { Texts = [AnalyzedText.Analyze(text)] };
        Assert.All(Searches(found), search =>
            Assert.True(TermEvaluator.Matches(ParsedSearch.Parse(search, DateTimeOffset.UnixEpoch).Term, row), search));
        Assert.All(Searches(not), search =>
            Assert.False(TermEvaluator.Matches(ParsedSearch.Parse(search, DateTimeOffset.UnixEpoch).Term, row), search));
    }

    // Apart by spaces, but for those in quotes.
    private static IEnumerable<string> Searches(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "\"[^\"]*\"|[^ ]+").Select(match => match.Value);

    [Fact]
    public void ids_are_ordered_like_their_text() => Gen.Select(Gen.Guid, Gen.Guid).Sample((one, other) =>
        Math.Sign(one.CompareTo(other)) == Math.Sign(string.CompareOrdinal(one.ToString("N"), other.ToString("N"))));

    [Fact]
    public void a_run_without_known_members_matches_nothing() =>
        Assert.False(TermEvaluator.Matches(new Term.ImportedByRun(Rows.Run), Rows.Dragon));

    [Fact]
    public void an_empty_all_of_matches_and_an_empty_any_of_does_not()
    {
        Assert.True(TermEvaluator.Matches(Term.Everything, Rows.Stub));
        Assert.False(TermEvaluator.Matches(new Term.AnyOf([]), Rows.Dragon));
    }

    private static void AssertFinds(string search, string found) =>
        Assert.Equal(found, Rows.FindNames(ParsedSearch.Parse(search, DateTimeOffset.UnixEpoch).Term));
}
