using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Metadata;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Matching;

/// <summary>The one naming scheme whose names say nothing: the post's id stands in the picture.</summary>
public sealed class EmbeddedIdTests(SoviaHost host) : ScanTest(host)
{
    [Fact]
    public async Task a_picture_that_is_named_by_its_signature_is_found_by_the_id_in_it()
    {
        var still = Make.Still();
        await StoreAsync(still, Make.Clip(still));
        var signature = "Signature: " + Convert.ToBase64String(new byte[96]);
        var bytes = JpegFile.With(new Exif().Description(signature).Artist(still.Id.ToString()).Comment(signature));
        Write("grok_2025-10-18T09-30-00_sigAAAAAAAAAA_832x1248_a-quiet-harbour.jpg", bytes);
        Assert.Equal(1, (await ScanAsync()).Matched["embedded-id"]);
        Assert.Equal(bytes, await ReadServedAsync(still.Id));
    }
}
