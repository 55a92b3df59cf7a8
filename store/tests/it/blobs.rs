use bytes::Bytes;
use domain::ids::{PhotoId, StudioId, UploadId};
use domain::photo::Size;
use futures::TryStreamExt;
use store::{BlobKey, Blobs, Error};

const STUDIO: StudioId = StudioId::from_random([1; 16]);
const PHOTO: PhotoId = PhotoId::from_random([2; 16]);
const UPLOAD: UploadId = UploadId::from_random([3; 16]);

#[tokio::test]
async fn an_object_is_what_was_put_there_until_it_is_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::open(None, folder.path()).unwrap();
    every_kind_of_object(&blobs).await;
}

#[tokio::test]
async fn an_address_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Blobs::open(Some("no address"), folder.path()), Err(Error::Corrupt(_))));
    assert!(Blobs::open(Some("gopher://photos"), folder.path()).is_err());
}

/// What the photographs' path asks of any object store.
pub async fn every_kind_of_object(blobs: &Blobs) {
    let keys = [
        BlobKey::Original(STUDIO, PHOTO),
        BlobKey::Sized(STUDIO, PHOTO, Size::Small),
        BlobKey::Sized(STUDIO, PHOTO, Size::Large),
        BlobKey::Part(STUDIO, UPLOAD, 0),
        BlobKey::Part(STUDIO, UPLOAD, 10),
    ];
    for key in keys {
        assert!(matches!(blobs.get(key).await, Err(Error::NotFound)));
        assert!(matches!(blobs.stream(key).await, Err(Error::NotFound)));
        blobs.delete(key).await.unwrap();
        blobs.put(key, Bytes::from(format!("{key:?}"))).await.unwrap();
    }
    for key in keys {
        let text = format!("{key:?}");
        assert_eq!(blobs.get(key).await.unwrap(), text);
        let (length, stream) = blobs.stream(key).await.unwrap();
        let bytes: Vec<Bytes> = stream.try_collect().await.unwrap();
        assert_eq!((length, bytes.concat()), (text.len() as u64, text.into_bytes()));
    }
    // A part that is sent again takes the place of the first.
    let part = BlobKey::Part(STUDIO, UPLOAD, 0);
    blobs.put(part, Bytes::from_static(b"again")).await.unwrap();
    assert_eq!(blobs.get(part).await.unwrap(), "again");
    for key in keys {
        blobs.delete(key).await.unwrap();
        blobs.delete(key).await.unwrap();
        assert!(matches!(blobs.get(key).await, Err(Error::NotFound)));
    }
}
