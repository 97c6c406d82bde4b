using Sovia.Storage;
using Sovia.Storage.PrivateServer;

try
{
    var builder = WebApplication.CreateBuilder(args);
    await using var postgres = await builder.UsePrivatePostgresAsync();
    var app = builder.Build();
    app.MapGet("/", () => "Sovia");
    await app.RunAsync();
    return 0;
}
catch (PrivatePostgresException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
