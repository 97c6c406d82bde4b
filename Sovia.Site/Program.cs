using Sovia.Api;
using Sovia.Library;
using Sovia.MediaFiles;
using Sovia.Storage;
using Sovia.Storage.PrivateServer;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    await using var postgres = await builder.UsePrivatePostgresAsync();
    builder.WebHost.UseStaticWebAssets();
    builder.Services.AddSoviaStore().AddLibrary().AddMediaFiles(DataDirectory.From).AddHealth();
    builder.Services.AddRazorPages();
    var app = builder.Build();
    app.MapStaticAssets();
    app.MapRazorPages();
    app.MapMediaFiles();
    app.MapHealth();
    await app.RunAsync();
    return 0;
}
catch (PrivatePostgresException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
