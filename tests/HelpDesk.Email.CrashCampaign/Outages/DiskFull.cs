namespace HelpDesk.Email.CrashCampaign.Outages;

/// <summary>The disk of the SQLite file is full, to the last octet, until somebody makes room.</summary>
/// <param name="folder">Where it is mounted.</param>
internal sealed class DiskFull(string folder) : IOutage
{
    public string Name => "disk full";

    public async Task HappenAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var ballast = Path.Combine(folder, "ballast");
        await using (var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0))
        {
            foreach (var size in new[] { 1 << 20, 4096, 1 })
            {
                Fill(file, new byte[size]);
            }

            await Task.Delay(length, cancellationToken);
        }

        File.Delete(ballast);
    }

    private static void Fill(FileStream file, byte[] octets)
    {
        try
        {
            // A page at most is left to the last octets.
            for (var i = 0; octets.Length > 1 || i < 4096; i++)
            {
                file.Write(octets);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
