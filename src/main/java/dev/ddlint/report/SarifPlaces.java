package dev.ddlint.report;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import dev.ddlint.text.Place;
import dev.ddlint.text.Position;
import java.nio.charset.StandardCharsets;

/** Places as SARIF writes them: addresses relative to the root of the sources, regions of four numbers. */
final class SarifPlaces {
  static final String ROOT = "%SRCROOT%";
  private static final String UNRESERVED = "-._~/";

  private SarifPlaces() {}

  static Location location(Place place) {
    Location location = location(place.file().path());
    location.getPhysicalLocation().setRegion(region(place));
    return location;
  }

  /** A whole file. */
  static Location location(String path) {
    PhysicalLocation physical = new PhysicalLocation();
    physical.setArtifactLocation(artifact(path));
    Location location = new Location();
    location.setPhysicalLocation(physical);
    return location;
  }

  static ArtifactLocation artifact(String path) {
    ArtifactLocation artifact = new ArtifactLocation();
    if (path.startsWith("/")) {
      artifact.setUri("file://" + encoded(path));
    } else {
      artifact.setUri(encoded(path.startsWith("./") ? path.substring(2) : path));
      artifact.setUriBaseId(ROOT);
    }
    return artifact;
  }

  /** Columns count UTF-16 code units from 1; the end is the column behind the last character. */
  static Region region(Place place) {
    Position start = place.start();
    Position end = place.end();
    Region region = new Region();
    region.setStartLine(start.line());
    region.setStartColumn(start.column());
    region.setEndLine(end.line());
    region.setEndColumn(end.column());
    return region;
  }

  /** Percent-encodes all but letters, digits and what RFC 3986 leaves alone in a path. */
  static String encoded(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
          || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)))
            .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
      }
    }
    return out.toString();
  }
}
