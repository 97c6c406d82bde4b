using Alba;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage;

public sealed class ProtectionKeyTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task sites_on_one_database_share_their_protection_keys()
    {
        var here = Host.Site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("a form");
        using var folder = new TempFolder();
        await using var other = await AlbaHost.For<Program>(builder => builder
            .UseSetting("ConnectionStrings:Postgres", Host.ConnectionString).UseSetting("Sovia:DataDirectory", folder.Path));
        Assert.Equal("a form", other.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(here));
    }
}
