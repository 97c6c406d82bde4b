using Sovia.Library.Language;

namespace Sovia.Tests.Library.Language;

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
    [InlineData("x", "x", "[x]")]
    [InlineData("type:video", "a video", "a video")]
    [InlineData("", "anything", "anything")]
    [InlineData("a", "", "")]
    public void what_was_looked_for_is_marked_and_what_was_not_is_not(string search, string text, string marked)
    {
        foreach (var (start, length) in Highlights.Of(Read(search).Term).In(text).Reverse())
            text = $"{text[..start]}[{text.Substring(start, length)}]{text[(start + length)..]}";
        Assert.Equal(marked, text);
    }
}
