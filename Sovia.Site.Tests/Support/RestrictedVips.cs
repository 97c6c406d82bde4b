using System.Runtime.CompilerServices;
using Sovia.Metadata.Decoding;

namespace Sovia.Tests.Support;

/// <summary>Restricts libvips before any test draws: the restriction blocks every operation for a moment.</summary>
internal static class RestrictedVips
{
#pragma warning disable CA2255 // An assembly of tests has no other start.
    [ModuleInitializer]
    internal static void Initialize() => RuntimeHelpers.RunClassConstructor(typeof(ImageDecoder).TypeHandle);
#pragma warning restore CA2255
}
