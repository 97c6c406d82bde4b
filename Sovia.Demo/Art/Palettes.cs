namespace Sovia.Demo.Art;

/// <summary>The palettes of the demo.</summary>
internal static class Palettes
{
    public static readonly Palette Dusk = Palette.Parse("#191634 #43305f #99507a #ee8f6c #ffdca6 #f2545b");
    public static readonly Palette Ember = Palette.Parse("#1a0d12 #4f1a22 #a63c2c #ea8240 #ffd98f #3fa7a3");
    public static readonly Palette Glacier = Palette.Parse("#0b1d2e #1f4560 #4d88a5 #a6cfda #f3f8f4 #ea7448");
    public static readonly Palette Moss = Palette.Parse("#0f201a #22483a #4f7f5a #a9bd7c #f4ecd0 #dc6b3c");
    public static readonly Palette Rose = Palette.Parse("#2b1022 #6e2549 #c0567d #f4a5a9 #ffeadf #2f7f86");
    public static readonly Palette Lagoon = Palette.Parse("#051a2a #0b4a5e #148d8f #7dd3b6 #fdf4ca #ff7b4f");
    public static readonly Palette Ochre = Palette.Parse("#24170e #5c3a1a #ad7228 #e4b25c #fcefd2 #23506b");
    public static readonly Palette Violet = Palette.Parse("#0c0a22 #261b55 #5540a6 #a283e8 #f1deff #ffb648");
    public static readonly Palette Ink = Palette.Parse("#0e0f13 #2b2f38 #646b78 #b3b8be #f3f0e8 #cb3a30");
    public static readonly Palette Blossom = Palette.Parse("#35253a #7b4b6b #cf8ba2 #f6cbcd #fff5ef #4f8a63");
    public static readonly Palette Jade = Palette.Parse("#06201f #0d4f49 #38937a #a2d6a8 #f4f8dd #e6562b");
    public static readonly Palette Clay = Palette.Parse("#2b191d #713630 #c0623e #eda877 #fce8d0 #1f7079");
    public static readonly Palette Midnight = Palette.Parse("#040a1a #0d2248 #245492 #6fa6d6 #eaf3fb #ffd166");
    public static readonly Palette Polar = Palette.Parse("#07122a #0f3550 #1a7f78 #5fdca2 #e0ffe2 #b66cf2");
    public static readonly Palette Honey = Palette.Parse("#2c1606 #74400b #d0820f #fbc64a #fff3c4 #1d5c63");
    public static readonly Palette Cobalt = Palette.Parse("#0a0f3c #1a2f8f #3a68d8 #8fb7f5 #f5f3ea #f25c2a");
}
