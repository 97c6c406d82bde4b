using Sovia.Query.Terms;
using Sovia.Tests.Query.Language;

namespace Sovia.Tests.Query.Terms;

public sealed class HighlightTests : LanguageTest
{
    [Theory]
    [InlineData("dragon", "Two dragons, one Dragon.", "Two [dragons], one [Dragon].")]
    [InlineData("=dragon", "Two dragons, one Dragon.", "Two dragons, one [Dragon].")]
    [InlineData("drag*", "A dragonfly drags a bag", "A [dragonfly] [drags] a bag")]
    [InlineData("\"red dragon\"", "red dragon; dragon red; Red -- dragon", "[red dragon]; dragon red; [Red -- dragon]")]
    [InlineData("\"a a\"", "a a a b a", "[a a a] b a")]
    [InlineData("red \"red dragon\" dragon*", "a red dragon", "a [red dragon]")]
    [InlineData("castle -dragon", "dragon castle", "dragon [castle]")]
    [InlineData("castle or (night -(dragon x))", "dragon castle night", "dragon [castle] [night]")]
    [InlineData("猫耳", "かわいい猫耳の猫", "かわいい[猫耳]の猫")]
    [InlineData("🐉", "x🐉🔥", "x[🐉]🔥")]
    [InlineData("שלום", "אמר שלום לכם", "אמר [שלום] לכם")]
    [InlineData("café", "CAFÉ noir", "[CAFÉ] noir")]
    [InlineData("cafe", "Le CAFÉ, cafe\u0301s, cafes", "Le [CAFÉ], [cafe\u0301s], [cafes]")]
    [InlineData("=café", "café cafe", "[café] cafe")]
    [InlineData("\"café noir\"", "Café Noir, cafe noir", "[Café Noir], cafe noir")]
    [InlineData("cafe-noir", "Café Noir, café_noir", "[Café Noir], [café_noir]")]
    [InlineData("желтый", "Жёлтая роза, ЖЁЛТЫЙ мяч", "[Жёлтая] роза, [ЖЁЛТЫЙ] мяч")]
    [InlineData("елк*", "Ёлки, е\u0301лка", "[Ёлки], [е\u0301лка]")]
    [InlineData("й", "й и", "[й] и")]
    [InlineData("γατος", "ο ΓΆΤΟΣ", "ο [ΓΆΤΟΣ]")]
    [InlineData("istanbul", "(İSTANBUL) i\u0307stanbul", "([İSTANBUL]) [i\u0307stanbul]")]
    [InlineData("strasse", "in der Straße.", "in der [Straße].")]
    [InlineData("flame", "ﬂame ﬁre", "[ﬂame] ﬁre")]
    [InlineData("مرحبا", "قال مَرْحَبــًا", "قال [مَرْحَبــًا]")]
    [InlineData("שלום", "שָׁלוֹם לכם", "[שָׁלוֹם] לכם")]
    [InlineData("हिन्दी", "हिन्दी हनद", "[हिन्दी] हनद")]
    [InlineData("eyes", "blue_eyes, BlueEyes", "blue_[eyes], Blue[Eyes]")]
    [InlineData("\"blue eyes\"", "blue_eyes BlueEyes x", "[blue_eyes] [BlueEyes] x")]
    [InlineData("blue_eyes", "Blue eyes, blue_eye", "[Blue eyes], blue_eye")]
    [InlineData("blue_e*", "Blue eyes, blue_eye, blue", "[Blue eyes], [blue_eye], blue")]
    [InlineData("blueeyes", "BlueEyes", "[BlueEyes]")]
    [InlineData("parser", "HTMLParser", "HTML[Parser]")]
    [InlineData("x", "x", "[x]")]
    [InlineData("type:video", "a video", "a video")]
    [InlineData("", "anything", "anything")]
    [InlineData("a", "", "")]
    public void only_the_searched_words_are_highlighted(string search, string text, string marked)
    {
        foreach (var (start, length) in SearchHighlighter.Create(Read(search).Term).FindRanges(text).Reverse())
            text = $"{text[..start]}[{text.Substring(start, length)}]{text[(start + length)..]}";
        Assert.Equal(marked, text);
    }
}
