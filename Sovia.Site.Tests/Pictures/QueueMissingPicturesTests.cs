using Microsoft.Extensions.DependencyInjection;
using Sovia.Pictures;
using Sovia.Tests.Api;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

public sealed class QueueMissingPicturesTests(SoviaHost host) : PictureEndpointTest(host)
{
    [Fact]
    public async Task after_a_restart_only_what_is_missing_is_found_again()
    {
        var queue = Host.Site.Services.GetRequiredService<PictureQueue>();
        queue.Pause();
        try
        {
            var built = await StoreStillAsync();
            foreach (var variant in PictureVariant.Widths)
                using (await SendAsync(PictureUrls.GetUrl(built.File!, variant))) { }
            await StoreStillAsync();
            await StoreAsync(Make.Still());
            Assert.Equal(1, await WithAsync<QueueMissingPictures, int>(missing => missing.RunAsync(CancellationToken.None)));
        }
        finally
        {
            queue.Resume();
        }
    }
}
