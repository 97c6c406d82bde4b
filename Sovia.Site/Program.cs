using Sovia.Library;
using Sovia.Pages;
using Sovia.Storage;
using Sovia.Storage.PrivateServer;
using Sovia.Web;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    await using var postgres = await builder.UsePrivatePostgresAsync();
    builder.WebHost.UseStaticWebAssets();
    builder.Services.AddSoviaStore().AddLibrary();
    builder.Services.AddPages();
    var app = builder.Build();
    app.UseWeb();
    app.MapPages();
    await app.RunAsync();
    return 0;
}
catch (PrivatePostgresException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
