using System.Text;
using Sovia.Metadata.Texts;

namespace Sovia.Tests.Metadata;

public sealed class UserCommentTests
{
    [Theory]
    [InlineData("a plain prompt")]
    [InlineData("夜の港、雨 が降る")]
    [InlineData("Ночной порт, дождь")]
    public void utf_16_is_read_in_whichever_order_reads_like_text(string text)
    {
        Assert.Equal(text, ExifUserComment.Decode(Bytes.Concat("UNICODE\0"u8.ToArray(), Encoding.BigEndianUnicode.GetBytes(text))));
        Assert.Equal(text, ExifUserComment.Decode(Bytes.Concat("UNICODE\0"u8.ToArray(), Encoding.Unicode.GetBytes(text))));
        Assert.Equal(text, ExifUserComment.Decode(Bytes.Concat("UNICODE\0"u8.ToArray(), [0xFF, 0xFE], Encoding.Unicode.GetBytes(text))));
    }

    [Theory]
    [InlineData("ASCII\0\0\0")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("ASCII   ")]
    [InlineData("")]
    public void utf_8_is_read_under_any_name(string set) =>
    Assert.Equal("a café, 海", ExifUserComment.Decode(Bytes.Utf8(set + "a café, 海\0\0")));

    [Fact]
    public void jis_is_read() =>
    Assert.Equal("海", ExifUserComment.Decode(Bytes.Concat("JIS\0\0\0\0\0"u8.ToArray(), [0x1B, 0x24, 0x42, 0x33, 0x24, 0x1B, 0x28, 0x42])));

    [Theory]
    [InlineData("shift_jis")]
    [InlineData("utf-8")]
    public void other_encodings_are_read_where_jis_is_declared(string encoding) =>
        Assert.Equal("灯台, 夜の海", ExifUserComment.Decode(Bytes.Concat("JIS\0\0\0\0\0"u8.ToArray(),
            (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8).GetBytes("灯台, 夜の海"))));

    [Theory]
    [InlineData("a lone lighthouse\nSteps: 20, Seed: 4")]
    [InlineData("маяк, a lone lighthouse\nSteps: 20")]
    public void utf_8_is_read_where_utf_16_is_declared(string text) =>
        Assert.Equal(text, ExifUserComment.Decode(Bytes.Concat("UNICODE\0"u8.ToArray(), Bytes.Utf8(text), [0, 0])));

    [Theory]
    [InlineData("あかいはなのいえのそばのうみのにわ")]
    [InlineData("Ночнойпортдождь")]
    public void utf_16_without_spaces_is_not_taken_for_utf_8(string text) =>
        Assert.Equal(text, ExifUserComment.Decode(Bytes.Concat("UNICODE\0"u8.ToArray(), Encoding.BigEndianUnicode.GetBytes(text))));

    [Fact]
    public void latin_1_is_the_last_resort() =>
    Assert.Equal("café", ExifUserComment.Decode(Bytes.Concat("ASCII\0\0\0"u8.ToArray(), Encoding.Latin1.GetBytes("café"))));
}
