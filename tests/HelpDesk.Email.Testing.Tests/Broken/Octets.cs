namespace HelpDesk.Email.Testing.Tests.Broken;

/// <summary>Octets as broken stores keep them.</summary>
internal static class Octets
{
    public static Stream Without(Stream source, byte octet) => new MemoryStream([.. ReadAll(source, int.MaxValue).Where(each => each != octet)]);

    public static Stream Cut(Stream source, int length) => new MemoryStream(ReadAll(source, length));

    private static byte[] ReadAll(Stream source, int atMost)
    {
        using (source)
        {
            using var octets = new MemoryStream();
            var buffer = new byte[65_536];
            int read;
            while (octets.Length < atMost && (read = source.Read(buffer)) > 0)
            {
                octets.Write(buffer, 0, (int)Math.Min(read, atMost - octets.Length));
            }

            return octets.ToArray();
        }
    }
}
