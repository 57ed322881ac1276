module.exports=require("../main/274.index.js");
