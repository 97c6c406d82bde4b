using CsCheck;
using Sovia.Metadata.Probing;

namespace Sovia.Tests.Metadata.Probing;

public sealed class ThumbHashTests
{
    /// <summary>Made by the author's own thumbhash 0.1.1 for JavaScript from the formulas in <see cref="Paint"/>.</summary>
    public static TheoryData<string, int, int, string, int, int> Published => new()
    {
        { "sky", 60, 90, "HOgFFQYwI3Z3Z3dnd3ZoZxB2B7Sp", 23, 32 },
        { "wide", 100, 40, "3PcJW4RmZVdwd3d3dn9X9es=", 32, 14 },
        { "glass", 48, 48, "XuiBFQAHiIeQeIUoeHZ/ih+nAhNSVVA2FQ==", 32, 32 },
        { "strip", 3, 100, "W/kJQQJAdmeHdHY4v3j4TVw=", 5, 32 },
        { "noise", 64, 64, "XggCBwIFVhSjZlZgkjeIXnVDQgqn+kYP", 32, 32 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void a_hash_is_the_one_that_everybody_else_computes(string picture, int width, int height, string hash, int shownWidth,
        int shownHeight)
    {
        Assert.Equal(hash, Convert.ToBase64String(ThumbHash.Encode(width, height, Paint(picture, width, height))));
        var shown = ThumbHashDecoder.Decode(Convert.FromBase64String(hash));
        Assert.Equal((shownWidth, shownHeight), (shown.Width, shown.Height));
    }

    [Fact]
    public void a_hash_paints_the_pixels_that_everybody_else_paints()
    {
        var (_, _, rgba) = ThumbHashDecoder.Decode(Convert.FromBase64String("HOgFFQYwI3Z3Z3dnd3ZoZxB2B7Sp"));
        Assert.Equal([9, 35, 62, 255, 125, 119, 114, 255], [.. rgba[..4], .. rgba[^4..]]);
    }

    [Fact]
    public void a_decoded_hash_has_about_the_mean_colour_of_the_image() =>
        Gen.Select(Gen.Int[16, 100], Gen.Int[16, 100], Gen.Byte, Gen.Byte, Gen.Byte).Sample((width, height, red, green, blue) =>
        {
            byte[] pixel = [red, green, blue, 255];
            var rgba = Enumerable.Repeat(pixel, width * height).SelectMany(bytes => bytes).ToArray();
            var (_, _, shown) = ThumbHashDecoder.Decode(ThumbHash.Encode(width, height, rgba));
            for (var band = 0; band < 3; band++)
                Assert.InRange(shown.Where((_, at) => at % 4 == band).Average(value => value), pixel[band] - 14, pixel[band] + 14);
        }, iter: 200);

    [Fact]
    public void bytes_that_are_no_hash_are_refused_or_painted_but_never_break() =>
        Gen.Byte.Array[0, 40].Sample(bytes =>
        {
            try
            {
                Assert.NotEmpty(ThumbHashDecoder.Decode(bytes).Rgba);
            }
            catch (ArgumentException)
            {
                Assert.True(bytes.Length < 30);
            }
        });

    private static byte[] Paint(string picture, int width, int height)
    {
        var rgba = new byte[width * height * 4];
        for (var at = 0; at < width * height; at++)
        {
            var (x, y) = (at % width, at / width);
            int[] pixel = picture switch
            {
                "sky" => [x * x, x * y, y * y * x, 255],
                "wide" => [x * x, x * y, y * 6, 255],
                "glass" => [x * x * y, x * y * 7, y * y, x * y * 3],
                "strip" => [y * y * 3, x * 80 + y * y, x * y * 9, 255],
                _ => [x * x * x * 7 + y * y * 13, x * y * 31, (x + y) * (x + y), 255],
            };
            for (var band = 0; band < 4; band++) rgba[at * 4 + band] = (byte)pixel[band];
        }

        return rgba;
    }
}
