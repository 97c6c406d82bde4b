namespace Sovia.Tests.Query.Language;

public sealed class GrammarTests : LanguageTest
{
    [Theory]
    [InlineData("", "[]")]
    [InlineData(" \t\n", "[]")]
    [InlineData("dragon", "dragon")]
    [InlineData("Dragon CASTLE", "[dragon castle]")]
    [InlineData("dragon, castle.", "[dragon castle]")]
    [InlineData("=dragons", "=dragons")]
    [InlineData("==Dragons", "=dragons")]
    [InlineData("=close-up", "\"close up\"")]
    [InlineData("\"red dragon\"", "\"red dragon\"")]
    [InlineData("\"Dragon!\"", "=dragon")]
    [InlineData("=\"red dragon\"", "\"red dragon\"")]
    [InlineData("“red dragon”", "\"red dragon\"")]
    [InlineData("„red dragon“", "\"red dragon\"")]
    [InlineData("\"type:video\"", "\"type video\"")]
    [InlineData("red\"dragon\"", "[red =dragon]")]
    [InlineData("drag*", "drag*")]
    [InlineData("=drag**", "drag*")]
    [InlineData("16:9", "16-9")]
    [InlineData("close-up", "close-up")]
    [InlineData("close-u*", "close-u*")]
    [InlineData("don't", "don-t")]
    [InlineData("snake_case", "snake-case")]
    [InlineData("=snake_case", "\"snake case\"")]
    [InlineData("long_hair,snake_tail", "long-hair-snake-tail")]
    [InlineData("BlueEyes", "blueeyes")]
    public void words_and_phrases(string search, string meaning) => AssertMeaning(search, meaning);

    [Theory]
    [InlineData("猫耳", "\"猫 耳\"")]
    [InlineData("猫", "猫")]
    [InlineData("猫耳-cat", "猫-耳-cat")]
    [InlineData("ΓΆΤΟΣ γάτος", "[γάτος γάτος]")]
    [InlineData("İSTANBUL STRASSE straße ﬂame", "[istanbul strasse strasse flame]")]
    [InlineData("مرحبــا", "مرحبا")]
    [InlineData("Café ŒUVRE", "[café œuvre]")]
    [InlineData("Ｄragon　ｃastle", "[dragon castle]")]
    [InlineData("مرحبا بالعالم", "[مرحبا بالعالم]")]
    [InlineData("🐉", "🐉")]
    [InlineData("🐉🔥", "\"🐉 🔥\"")]
    [InlineData("（猫 or 犬）", "{猫 犬}")]
    [InlineData("дракон -ночь", "[дракон !ночь]")]
    public void words_of_any_script(string search, string meaning) => AssertMeaning(search, meaning);

    [Theory]
    [InlineData("-night", "!night")]
    [InlineData("dragon -night", "[dragon !night]")]
    [InlineData("-\"red dragon\"", "!\"red dragon\"")]
    [InlineData("-drag* -=x", "[!drag* !=x]")]
    [InlineData("-(a b)", "![a b]")]
    [InlineData("-(a or b)", "!{a b}")]
    [InlineData("--ar", "ar")]
    [InlineData("---ar", "!ar")]
    [InlineData("-(-a)", "a")]
    [InlineData("-type:video", "!kind:Video")]
    [InlineData("-or", "!=or")]
    public void negations_are_read(string search, string meaning) => AssertMeaning(search, meaning);

    [Theory]
    [InlineData("a or b", "{a b}")]
    [InlineData("a OR b", "{a b}")]
    [InlineData("a|b || c", "{a b c}")]
    [InlineData("a b or c d", "{[a b] [c d]}")]
    [InlineData("a (b or c) d", "[a {b c} d]")]
    [InlineData("(a or b) or c", "{a b c}")]
    [InlineData("((a)) ((b c))", "[a b c]")]
    [InlineData("a or -b", "{a !b}")]
    [InlineData("=or \"or\" or.", "[=or =or =or]")]
    [InlineData("and not", "[and not]")]
    [InlineData("a or type:image model:x", "{a [kind:Image model:x]}")]
    public void either_and_groups(string search, string meaning) => AssertMeaning(search, meaning);

    [Fact]
    public void twenty_parentheses_deep_is_read() => AssertMeaning(new string('(', 20) + "a" + new string(')', 20), "a");

    [Fact]
    public void a_hundred_words_are_read() => Assert.Empty(Read(string.Join(' ', Enumerable.Repeat("a", 100))).Messages);

    private static void AssertMeaning(string search, string meaning)
    {
        Assert.Empty(Read(search).Messages);
        Assert.Equal(meaning, Meaning(search));
    }
}
